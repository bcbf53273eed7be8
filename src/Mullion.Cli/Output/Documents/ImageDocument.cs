using Mullion.Core.Specs;

namespace Mullion.Cli.Output.Documents;

/// <summary>An image that Windows nodes need.</summary>
/// <param name="Name">Its name as docker pull takes it.</param>
/// <param name="Registry">Where it is pulled from.</param>
/// <param name="Archive">The file or URL of the archive that stands for the registry, if there is one.</param>
internal sealed record ImageDocument(string Name, string Registry, string? Archive)
{
    public static ImageDocument Of(ImageSpec image) =>
        new(
            image.Name.Written,
            image.Name.Registry,
            image.Archive?.Url ?? image.Archive?.Path?.Written
        );
}
