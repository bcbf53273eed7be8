using Mullion.Core.Convergence.Runs;

namespace Mullion.Core.Blueprints;

/// <summary>Where the certificates of a cluster's engines come from.</summary>
public interface IEngineIssuer : IDisposable
{
    /// <summary>What a node's engine is to trust and to show.</summary>
    EngineTrust Trust(string node);

    /// <summary>A certificate and its key, if a plan says that the host has none that is good.</summary>
    /// <exception cref="MullionException">There is none for the node.</exception>
    IReadOnlyDictionary<string, string> Secrets(NodePlan plan);
}
