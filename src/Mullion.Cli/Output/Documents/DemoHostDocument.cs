namespace Mullion.Cli.Output.Documents;

/// <summary>A host of the demo, before the first command and after the last.</summary>
/// <param name="Name">The host.</param>
/// <param name="ObjectsBefore">Files, services, rules, networks, containers and so on, before.</param>
/// <param name="ObjectsAfter">The same, after.</param>
/// <param name="Differing">What differs; empty when all is as it was.</param>
internal sealed record DemoHostDocument(
    string Name,
    int ObjectsBefore,
    int ObjectsAfter,
    IReadOnlyList<string> Differing
);
