namespace Mullion.Lab.SwarmManager.Model;

/// <summary>What a node says of itself when it opens a session.</summary>
internal sealed record NodeFacts(
    string Hostname,
    string Architecture,
    string Os,
    long NanoCpus,
    long MemoryBytes,
    string EngineVersion,
    IReadOnlyDictionary<string, string> EngineLabels,
    IReadOnlyList<NodePlugin> Plugins
);
