using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator</c> section.</summary>
internal static class OrchestratorShape
{
    private static readonly Key<SwarmSpec> Swarm = new("swarm", "A Docker Swarm.", SwarmShape.Shape)
    {
        IsRequired = true,
    };

    public static readonly ObjectShape<OrchestratorSpec> Shape = new(
        [Swarm],
        reader => new OrchestratorSpec { Swarm = reader.Get(Swarm)! }
    );
}
