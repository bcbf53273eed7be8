using System.Text.Json;
using System.Text.Json.Serialization;
using Mullion.Docker.Containers;
using Mullion.Docker.Engine;
using Mullion.Docker.Logins;
using Mullion.Docker.Networks;
using Mullion.Docker.Nodes;
using Mullion.Docker.Services;
using Mullion.Docker.Swarm;
using Mullion.Docker.Tasks;

namespace Mullion.Docker.Json;

/// <summary>Source-generated JSON for every type on the wire; both sides write the engine's own names.</summary>
[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(UcpCredentials))]
[JsonSerializable(typeof(UcpToken))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(IdAnswer))]
[JsonSerializable(typeof(EngineInfo))]
[JsonSerializable(typeof(EngineVersion))]
[JsonSerializable(typeof(SwarmInfo))]
[JsonSerializable(typeof(SwarmInitRequest))]
[JsonSerializable(typeof(SwarmJoinRequest))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(SwarmNode))]
[JsonSerializable(typeof(IReadOnlyList<SwarmNode>))]
[JsonSerializable(typeof(NodeSpec))]
[JsonSerializable(typeof(SwarmService))]
[JsonSerializable(typeof(IReadOnlyList<SwarmService>))]
[JsonSerializable(typeof(ServiceSpec))]
[JsonSerializable(typeof(IReadOnlyList<SwarmTask>))]
[JsonSerializable(typeof(IReadOnlyList<ContainerSummary>))]
[JsonSerializable(typeof(ContainerDetails))]
[JsonSerializable(typeof(IReadOnlyList<DockerNetwork>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>))]
internal sealed partial class DockerJson : JsonSerializerContext;
