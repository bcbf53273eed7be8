using System.Text.Json.Serialization;

namespace Mullion.Simulation.Saving;

/// <summary>How a host is saved.</summary>
[JsonSerializable(typeof(SavedHost))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class SavingJson : JsonSerializerContext;
