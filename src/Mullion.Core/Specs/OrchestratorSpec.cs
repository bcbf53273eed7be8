namespace Mullion.Core.Specs;

/// <summary>Who runs the cluster: the <c>orchestrator</c> section. Either <see cref="SwarmSpec"/> or <see cref="KubernetesSpec"/>.</summary>
public abstract record OrchestratorSpec
{
    private protected OrchestratorSpec() { }
}
