using Mullion.Core.Resources;

namespace Mullion.Cli.Output.Documents;

/// <summary>What a script does for one resource.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Heading">Where people find it.</param>
/// <param name="Side">On the host, or shown for a manager.</param>
/// <param name="Title">What it is.</param>
/// <param name="Why">The reason.</param>
/// <param name="Text">The lines of the script.</param>
internal sealed record ScriptSectionDocument(
    string Id,
    Heading Heading,
    Side Side,
    string Title,
    string Why,
    string Text
);
