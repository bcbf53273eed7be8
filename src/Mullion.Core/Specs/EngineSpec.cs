using System.Collections.ObjectModel;

namespace Mullion.Core.Specs;

/// <summary>The container engine that the nodes shall have: the <c>engine</c> section.</summary>
public sealed record EngineSpec
{
    /// <summary>The engine to install; null leaves the one that is there, and its settings alone are changed.</summary>
    public PackageSpec? Install { get; init; }

    /// <summary>How it listens on the network; null leaves that as it is.</summary>
    public EngineTlsSpec? Tls { get; init; }

    /// <summary>Settings by the keys of <c>daemon.json</c>, in ordinal order, with JSON values.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } =
        ReadOnlyDictionary<string, string>.Empty;
}
