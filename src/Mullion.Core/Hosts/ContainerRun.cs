namespace Mullion.Core.Hosts;

/// <summary>A container that does one thing and goes.</summary>
/// <param name="Name">Its name; one of this name that a broken-off run has left is removed first.</param>
/// <param name="Image">The image, which is there.</param>
/// <param name="Command">What its entry point is told.</param>
/// <param name="Folder">The folder of the host that it sees.</param>
/// <param name="MountedAt">Where it sees it.</param>
public sealed record ContainerRun(
    string Name,
    string Image,
    IReadOnlyList<string> Command,
    string Folder,
    string MountedAt
);
