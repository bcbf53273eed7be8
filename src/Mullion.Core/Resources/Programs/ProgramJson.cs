using System.Text.Json.Serialization;

namespace Mullion.Core.Resources.Programs;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProgramManifest))]
internal sealed partial class ProgramJson : JsonSerializerContext;
