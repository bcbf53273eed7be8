using System.Text.Json;
using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>engine.package</c> section.</summary>
internal static class PackageShape
{
    private static readonly Key<string> Url = new(
        "url",
        "Where the hosts download the zip archive. Needs sha256.",
        UrlText.Shape
    );

    private static readonly Key<FileReference> Path = new(
        "path",
        "The zip archive on the machine on which Mullion runs, for hosts without a way out. A relative path starts at the folder of this file.",
        new FileShape()
    );

    private static readonly Key<string> Sha256 = new(
        "sha256",
        "The checksum that the archive must have. Alone, for the catalogue's archive of the version.",
        Sha256Text.Shape
    );

    public static readonly ObjectShape<EnginePackageSpec> Shape = new([Url, Path, Sha256], Bind)
    {
        Rules = WriteRules,
    };

    private static EnginePackageSpec Bind(MappingReader reader)
    {
        if (reader.Has(Url) && reader.Has(Path))
        {
            reader.Refuse(Path, "url and path exclude each other", "Keep the one that is meant.");
        }
        else if (reader.Has(Url) && !reader.Has(Sha256))
        {
            reader.Refuse(
                Url,
                "a package that is downloaded needs its checksum",
                "Add sha256: the Hash that Get-FileHash prints for it."
            );
        }

        return new EnginePackageSpec
        {
            Url = reader.Get(Url),
            Path = reader.Get(Path),
            Sha256 = reader.Get(Sha256),
        };
    }

    private static void WriteRules(Utf8JsonWriter json)
    {
        json.WriteStartObject("dependentRequired");
        json.WriteStartArray(Url.Name);
        json.WriteStringValue(Sha256.Name);
        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartObject("not");
        json.WriteStartArray("required");
        json.WriteStringValue(Url.Name);
        json.WriteStringValue(Path.Name);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
