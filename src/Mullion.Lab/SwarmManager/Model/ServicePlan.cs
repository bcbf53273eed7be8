using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>What orchestration and scheduling read of a service's spec.</summary>
internal sealed partial record ServicePlan
{
    private const long LeastNanoCpus = 1_000_000;
    private const long LeastMemory = 4 << 20;

    public required string Name { get; init; }

    /// <summary>Null for a global service: one task on every eligible node.</summary>
    public required long? Replicas { get; init; }

    public required string Image { get; init; }

    public required JsonObject Template { get; init; }

    public required IReadOnlyList<PlacementConstraint> Constraints { get; init; }

    /// <summary>Operating system and architecture; either may be empty.</summary>
    public required IReadOnlyList<(string Os, string Architecture)> Platforms { get; init; }

    public required long MaxReplicasPerNode { get; init; }

    public required long NanoCpus { get; init; }

    public required long MemoryBytes { get; init; }

    public required RestartRule Restart { get; init; }

    public required IReadOnlyList<ServicePort> Ports { get; init; }

    /// <summary>Reads a spec whose defaults are filled in.</summary>
    /// <exception cref="SwarmRefusal">A value that managers refuse, in their words.</exception>
    public static ServicePlan Read(JsonObject spec)
    {
        var name = Json.Text(spec, "Name");
        if (!NamePattern.IsMatch(name) || name.Length > 63)
        {
            throw Invalid("name must be valid as a DNS name component");
        }

        var template = Json.Child(spec, "TaskTemplate") ?? [];
        var image = Json.Text(Json.Child(template, "ContainerSpec"), "Image");
        if (image.Length == 0)
        {
            throw Invalid("ContainerSpec: image reference must be provided");
        }

        if (!ImageReference.IsValid(image))
        {
            throw Invalid($"ContainerSpec: \"{image}\" is not a valid repository/tag");
        }

        var placement = Json.Child(template, "Placement");
        var resources = Json.Child(template, "Resources");
        var reservations = Json.Child(resources, "Reservations");
        CheckEnough(reservations);
        CheckEnough(Json.Child(resources, "Limits"));
        var mode = Json.Child(spec, "Mode");
        var endpoint = Json.Child(spec, "EndpointSpec");
        List<ServicePort> ports = [.. Json.Objects(endpoint, "Ports").Select(ServicePort.Read)];
        if (Json.Text(endpoint, "Mode") == "dnsrr" && ports.Exists(port => !port.Host))
        {
            throw Invalid(
                "EndpointSpec: port published with ingress mode can't be used with dnsrr mode"
            );
        }

        var published = ports.FindAll(port => port.Published > 0);
        if (published.DistinctBy(port => (port.Published, port.Protocol)).Count() < published.Count)
        {
            throw Invalid("EndpointSpec: duplicate published ports provided");
        }

        var policy = Json.Child(template, "RestartPolicy");
        if (Json.Number(policy, "Delay") < 0)
        {
            throw Invalid("TaskSpec: restart-delay cannot be negative");
        }

        return new ServicePlan
        {
            Name = name,
            Replicas = Json.Child(mode, "Global") is not null
                ? null
                : Json.Unsigned(
                    Json.Child(mode, "Replicated"),
                    "Replicas",
                    "ReplicatedService.Mode.Replicated.Replicas of type uint64"
                ),
            Image = image,
            Template = template,
            Constraints =
            [
                .. Json.Texts(placement, "Constraints").Select(PlacementConstraint.Parse),
            ],
            Platforms =
            [
                .. Json.Objects(placement, "Platforms")
                    .Select(item => (Json.Text(item, "OS"), Json.Text(item, "Architecture"))),
            ],
            MaxReplicasPerNode = Json.Unsigned(
                placement,
                "MaxReplicas",
                "Placement.TaskTemplate.Placement.MaxReplicas of type uint64"
            ),
            NanoCpus = Json.Number(reservations, "NanoCPUs"),
            MemoryBytes = Json.Number(reservations, "MemoryBytes"),
            Restart = RestartRule.Read(policy),
            Ports = ports,
        };
    }

    /// <summary>Nothing, or at least what a container can live with.</summary>
    private static void CheckEnough(JsonObject? resources)
    {
        if (Json.Number(resources, "NanoCPUs") is not 0 and < LeastNanoCpus and var cpus)
        {
            var text = (cpus / 1e9).ToString(CultureInfo.InvariantCulture).ToLowerInvariant();
            throw Invalid($"invalid cpu value {text}: Must be at least 0.001");
        }

        if (Json.Number(resources, "MemoryBytes") is not 0 and < LeastMemory and var bytes)
        {
            throw Invalid($"invalid memory value {bytes}: Must be at least 4MiB");
        }
    }

    /// <summary>Docker's and the kernel's names of one architecture are the same to the scheduler.</summary>
    public static bool SameArchitecture(string one, string other) =>
        string.Equals(Normal(one), Normal(other), StringComparison.OrdinalIgnoreCase);

    private static string Normal(string architecture) =>
        architecture switch
        {
            "x86_64" => "amd64",
            "aarch64" => "arm64",
            _ => architecture,
        };

    private static SwarmRefusal Invalid(string text) => new(GrpcStatusCode.InvalidArgument, text);

    [GeneratedRegex("^[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern { get; }
}
