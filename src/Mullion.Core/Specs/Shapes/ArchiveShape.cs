using System.Text.Json;
using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>An archive, by URL or path.</summary>
/// <param name="what">What it is: <c>zip archive</c>.</param>
/// <param name="catalogue">What a checksum alone is for; null where there has to be a URL or a path.</param>
internal sealed class ArchiveShape(string what, string? catalogue)
{
    private readonly Key<string> _url = new(
        "url",
        $"Where the hosts download the {what}. Needs sha256.",
        UrlText.Shape
    );

    private readonly Key<FileReference> _path = new(
        "path",
        $"The {what} on the machine on which Mullion runs, for hosts without a way out. A relative path starts at the folder of this file.",
        new FileShape()
    );

    private readonly Key<string> _sha256 = new(
        "sha256",
        "The checksum that the archive must have."
            + (catalogue is null ? "" : $" Alone, for {catalogue}."),
        Sha256Text.Shape
    );

    public ObjectShape<ArchiveSpec> Shape => new([_url, _path, _sha256], Bind) { Rules = Rules };

    private ArchiveSpec Bind(MappingReader reader)
    {
        if (reader.Has(_url) && reader.Has(_path))
        {
            reader.Refuse(_path, "url and path exclude each other", "Keep the one that is meant.");
        }
        else if (reader.Has(_url) && !reader.Has(_sha256))
        {
            reader.Refuse(
                _url,
                "an archive that is downloaded needs its checksum",
                "Add sha256: the Hash that Get-FileHash prints for it."
            );
        }
        else if (catalogue is null && !reader.Has(_url) && !reader.Has(_path))
        {
            reader.Refuse(
                "this does not say where the archive is",
                "Add path, a file on this machine, or url with sha256."
            );
        }

        return new ArchiveSpec
        {
            Url = reader.Get(_url),
            Path = reader.Get(_path),
            Sha256 = reader.Get(_sha256),
        };
    }

    private void Rules(Utf8JsonWriter json)
    {
        json.WriteStartObject("dependentRequired");
        json.WriteStartArray(_url.Name);
        json.WriteStringValue(_sha256.Name);
        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartObject("not");
        json.WriteStartArray("required");
        json.WriteStringValue(_url.Name);
        json.WriteStringValue(_path.Name);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
