using System.Text.Json.Serialization;

namespace Mullion.Swarm.Worker;

/// <summary>Source-generated JSON of what a worker keeps.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorkerIdentity))]
internal sealed partial class WorkerJson : JsonSerializerContext;
