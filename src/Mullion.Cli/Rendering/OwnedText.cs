using Mullion.Cli.Output.Documents;

namespace Mullion.Cli.Rendering;

/// <summary>What Mullion owns on a host.</summary>
internal static class OwnedText
{
    public static void Write(Screen screen, IReadOnlyList<OwnedDocument> owned, string indent)
    {
        var width = owned.Select(o => o.Id.Length).DefaultIfEmpty().Max();
        foreach (var resource in owned)
        {
            screen.Line(
                $"{indent}{resource.Id.PadRight(width)}   {resource.Title}{(resource.Confirmed ? "" : "   (begun, not finished)")}"
            );
        }
    }
}
