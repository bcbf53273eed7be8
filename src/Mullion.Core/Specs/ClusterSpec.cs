namespace Mullion.Core.Specs;

/// <summary>
/// One cluster as <c>mullion.yaml</c> describes it: what was written, completed with the defaults, and valid.
/// Made by <see cref="ClusterSpecLoader"/>. Lists compare by reference; to compare two specs, compare <see cref="Digest"/>.
/// </summary>
public sealed record ClusterSpec
{
    /// <summary>The only <c>apiVersion</c> that this version reads.</summary>
    public const string SupportedApiVersion = "mullion.dev/v1alpha1";

    /// <summary>The only <c>kind</c> that this version reads.</summary>
    public const string SupportedKind = "Cluster";

    /// <summary>What the cluster is called.</summary>
    public required MetadataSpec Metadata { get; init; }

    /// <summary>Who runs the cluster.</summary>
    public required OrchestratorSpec Orchestrator { get; init; }

    /// <summary>What runs the containers of Kubernetes nodes; workers of a swarm have Docker.</summary>
    public ContainerRuntime Runtime { get; init; } = ContainerRuntime.Docker;

    /// <summary>The containerd to install; null where <see cref="Runtime"/> is another.</summary>
    public PackageSpec? Containerd { get; init; }

    /// <summary>The container engine that the nodes shall have; null leaves the engine that is there as it is.</summary>
    public EngineSpec? Engine { get; init; }

    /// <summary>Images that every node shall have, in the order of the file, beside those that <see cref="MkeSpec"/> needs.</summary>
    public IReadOnlyList<ImageSpec> Images { get; init; } = [];

    /// <summary>Registries that want to know who pulls.</summary>
    public IReadOnlyList<RegistrySpec> Registries { get; init; } = [];

    /// <summary>The Windows hosts that shall be nodes, in the order of the file; may be empty.</summary>
    public IReadOnlyList<NodeSpec> Nodes { get; init; } = [];

    /// <summary>The name of the cluster: <c>metadata.name</c>.</summary>
    public string Name => Metadata.Name;

    /// <summary>The swarm.</summary>
    /// <exception cref="MullionException">It is no swarm.</exception>
    public SwarmSpec AsSwarm() =>
        Orchestrator as SwarmSpec
        ?? throw new MullionException(
            $"The cluster {Name} is a Kubernetes cluster, and this is done to Docker Swarms alone.",
            "Use a spec with orchestrator.swarm."
        );

    /// <summary>
    /// <c>sha256:</c> and 64 hexadecimal digits over the meaning of the spec: the same for every formatting, comment and
    /// key order, and wherever the file lies; different as soon as a value, a default or the order of the nodes differs.
    /// </summary>
    public string Digest() => SpecDigest.Of(this);

    /// <inheritdoc/>
    public override string ToString() => $"cluster {Name}";
}
