using System.Text.Json.Serialization;

namespace Mullion.Docker.Contexts;

/// <summary>Source-generated JSON for the docker command line's files.</summary>
[JsonSerializable(typeof(ContextMeta))]
[JsonSerializable(typeof(DockerConfig))]
internal sealed partial class ContextJson : JsonSerializerContext;
