using System.Text.Json;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator</c> section: exactly one of those that there are.</summary>
internal static class OrchestratorShape
{
    private static readonly Key<SwarmSpec> Swarm = new(
        "swarm",
        "A Docker Swarm.",
        SwarmShape.Shape
    );

    private static readonly Key<KubernetesSpec> Kubernetes = new(
        "kubernetes",
        "A Kubernetes cluster.",
        KubernetesShape.Shape
    );

    public static readonly ObjectShape<OrchestratorSpec> Shape = new([Swarm, Kubernetes], Bind)
    {
        Rules = WriteRules,
    };

    private static OrchestratorSpec Bind(MappingReader reader)
    {
        if (!reader.Has(Swarm) && !reader.Has(Kubernetes))
        {
            reader.Refuse(
                "this does not say who runs the cluster",
                "Add swarm, with manager; or kubernetes, with version."
            );
        }
        else if (reader.Has(Swarm) && reader.Has(Kubernetes))
        {
            reader.Refuse(
                Kubernetes,
                "swarm and kubernetes exclude each other",
                "Keep the one that is meant.",
                showValue: false
            );
        }

        // Null in a file with errors alone, which nobody gets to see.
        return (OrchestratorSpec?)reader.Get(Swarm) ?? reader.Get(Kubernetes)!;
    }

    private static void WriteRules(Utf8JsonWriter json)
    {
        json.WriteNumber("minProperties", 1);
        json.WriteNumber("maxProperties", 1);
    }
}
