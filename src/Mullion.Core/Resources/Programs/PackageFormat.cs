using System.Text.Json.Serialization;

namespace Mullion.Core.Resources.Programs;

/// <summary>How a package is packed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PackageFormat>))]
public enum PackageFormat
{
    /// <summary>A zip.</summary>
    [JsonStringEnumMemberName("zip")]
    Zip,

    /// <summary>A tar, compressed with gzip: <c>.tar.gz</c> or <c>.tgz</c>.</summary>
    [JsonStringEnumMemberName("tar.gz")]
    TarGz,

    /// <summary>Not at all: it is the program itself.</summary>
    [JsonStringEnumMemberName("program")]
    Program,
}
