using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Mullion.Core.Resources.DaemonSettings;

[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class EngineSettingsJson : JsonSerializerContext;
