using System.Text.Json.Serialization;

namespace Mullion.Lab.Control;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(LabRequest))]
[JsonSerializable(typeof(LabReply))]
internal sealed partial class LabJson : JsonSerializerContext;
