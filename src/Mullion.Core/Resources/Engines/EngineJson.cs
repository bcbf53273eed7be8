using System.Text.Json.Serialization;

namespace Mullion.Core.Resources.Engines;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EngineStateFile))]
internal sealed partial class EngineJson : JsonSerializerContext;
