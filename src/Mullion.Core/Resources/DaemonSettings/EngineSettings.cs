using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>
/// Settings of an engine, key by key, in force in the one that runs. A key that the service's arguments have already is changed there, every
/// other one in <c>daemon.json</c>: the same key in both keeps dockerd from starting. One resource, because half of them can be
/// worse than none: a port that is open and not yet guarded.
/// </summary>
public sealed record EngineSettings : Resource
{
    internal const string KindName = "engine-settings";

    /// <summary>The file, unless the service's arguments name another.</summary>
    public required string File { get; init; }

    /// <summary>Wanted values by key (<see cref="EngineKeys"/>), as JSON.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>
    /// Keys that were wanted once and are no longer, with what was there before: as it stood in its place, null for nothing.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Restored { get; init; } =
        ReadOnlyDictionary<string, string?>.Empty;

    /// <summary>Other files that the engine reads when it starts, such as its certificates.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>All keys that it is about.</summary>
    [JsonIgnore]
    public IEnumerable<string> Keys => Settings.Keys.Union(Restored.Keys);

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => $"engine settings {string.Join(", ", Settings.Keys)}";
}
