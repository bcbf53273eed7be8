using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>The name of an image.</summary>
internal static class ImageText
{
    public static readonly TextShape<ImageReference> Shape = new("the name of an image", Parse)
    {
        Pattern = ImageReference.Pattern,
        Examples = ["mcr.microsoft.com/windows/nanoserver:ltsc2022"],
    };

    private static Parsed<ImageReference> Parse(string text) =>
        ImageReference.Parse(text) is { } reference
            ? reference
            : new Refusal(
                "this is not the name of an image",
                "Write it as docker pull takes it: [REGISTRY/]REPOSITORY:TAG or …@sha256:DIGEST; the repository is in lower case."
            );
}
