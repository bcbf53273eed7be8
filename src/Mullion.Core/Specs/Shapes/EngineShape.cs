using System.Collections.ObjectModel;
using System.Text.Json;
using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>engine</c> section. What the package leaves open comes from the catalogue.</summary>
internal static class EngineShape
{
    private static readonly Key<string> Version = new(
        "version",
        "The version of the Docker engine. Left out, the engine that is there stays, and what else stands here is done to it.",
        ReleaseVersionText.Shape("an engine version", "28.2.2")
    );

    private static readonly Key<ArchiveSpec> Package = new(
        "package",
        "Where the engine comes from. Left out, from Mullion's catalogue, if that knows a checksum for the version.",
        new ArchiveShape("zip archive", "the catalogue's archive of the version").Shape
    );

    private static readonly Key<EngineTlsSpec> Tls = new(
        "tls",
        "How the engine listens on the network. Left out, that stays as it is.",
        EngineTlsShape.Shape
    );

    private static readonly Key<IReadOnlyDictionary<string, string>> Settings = new(
        "settings",
        "Settings of the engine, by the keys of daemon.json. Other keys of that file stay as they are.",
        new SettingsShape()
    )
    {
        Default = ReadOnlyDictionary<string, string>.Empty,
    };

    public static readonly ObjectShape<EngineSpec> Shape = new(
        [Version, Package, Tls, Settings],
        Bind
    )
    {
        Rules = WriteRules,
    };

    private static EngineSpec Bind(MappingReader reader)
    {
        var version = reader.Get(Version);
        var package = reader.Get(Package);
        if (version is not null && package is not ({ Url: not null } or { Path: not null }))
        {
            package = FromCatalogue(reader, version, package?.Sha256);
        }

        if (reader.Has(Package) && !reader.Has(Version))
        {
            reader.Refuse(
                Package,
                "a package needs the version that it holds",
                "Add version, such as 28.2.2."
            );
        }

        var tls = reader.Get(Tls);
        if (reader.Has(Version) && tls is { Source: UcpGenerator })
        {
            reader.Refuse(
                Version,
                "tls.generator makes certificates in a container, and an engine that Mullion installs gets its certificate before it first starts",
                "Leave version and package out, to use the engine that is there; or use tls.caKey."
            );
        }

        return new EngineSpec
        {
            Install = reader.Has(Version)
                ? new PackageSpec { Version = version!, Package = package! }
                : null,
            Tls = tls,
            Settings = reader.Get(Settings)!,
        };
    }

    private static void WriteRules(Utf8JsonWriter json)
    {
        json.WriteStartObject("dependentRequired");
        json.WriteStartArray(Package.Name);
        json.WriteStringValue(Version.Name);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ArchiveSpec? FromCatalogue(MappingReader reader, string version, string? sha256)
    {
        var catalogue = reader.Reading.Catalogue;
        var complete = string.Join(
            ", ",
            catalogue
                .Entries.Where(entry => entry.Sha256 is not null)
                .Select(entry => entry.Version)
        );
        var choices = complete.Length == 0 ? "" : $" Known with checksum: {complete}.";
        if (catalogue.Find(version) is not { } entry)
        {
            reader.Refuse(
                Version,
                $"{catalogue.Title} does not know this engine version",
                "Say where it comes from: package.url with package.sha256, or package.path."
                    + choices
            );
            return null;
        }

        if ((sha256 ?? entry.Sha256) is not { } checksum)
        {
            reader.Refuse(
                Version,
                $"{catalogue.Title} has no checksum for this engine version, and nothing is downloaded unchecked",
                $"Add package.sha256 (Get-FileHash of {entry.Url}, downloaded where you trust the line), or package.path.{choices}"
            );
            return null;
        }

        return new ArchiveSpec { Url = entry.Url, Sha256 = checksum };
    }
}
