namespace Mullion.Cli.Output.Documents;

/// <summary>Something that hosts need from outside.</summary>
/// <param name="Kind"><c>kubernetes</c>, <c>cni-plugins</c>, <c>flannel</c>, <c>containerd</c>, <c>engine</c>, <c>image</c> or <c>image-archive</c>.</param>
/// <param name="Name">What it is and its version, or the images' names.</param>
/// <param name="From">A URL, a file on this machine, or the name that is pulled.</param>
/// <param name="Carried">Whether Mullion carries it to the hosts; else they fetch it.</param>
/// <param name="Sha256">What it must have, in hexadecimal; absent for an image by tag.</param>
/// <param name="Bytes">Its size; absent where nobody was asked, or nobody knew.</param>
internal sealed record ArtifactDocument(
    string Kind,
    string Name,
    string From,
    bool Carried,
    string? Sha256,
    long? Bytes
);
