using System.Text.Json.Serialization;

namespace Mullion.Simulation.Localisation;

/// <summary>The language of a simulated Windows. Codes, ids and key names are the same in all.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HostLanguage>))]
public enum HostLanguage
{
    /// <summary>en-US.</summary>
    English,

    /// <summary>de-DE.</summary>
    German,

    /// <summary>es-ES.</summary>
    Spanish,

    /// <summary>zh-CN.</summary>
    Chinese,
}
