using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>engine</c> section. What the package leaves open comes from the catalogue.</summary>
internal static class EngineShape
{
    private static readonly Key<string> Version = new(
        "version",
        "The version of the Docker engine.",
        EngineVersionText.Shape
    )
    {
        IsRequired = true,
    };

    private static readonly Key<EnginePackageSpec> Package = new(
        "package",
        "Where the engine comes from. Left out, from Mullion's catalogue, if that knows a checksum for the version.",
        PackageShape.Shape
    );

    public static readonly ObjectShape<EngineSpec> Shape = new([Version, Package], Bind);

    private static EngineSpec Bind(MappingReader reader)
    {
        var version = reader.Get(Version);
        var package = reader.Get(Package);
        if (version is not null && package is not ({ Url: not null } or { Path: not null }))
        {
            package = FromCatalogue(reader, version, package?.Sha256);
        }

        return new EngineSpec { Version = version!, Package = package! };
    }

    private static EnginePackageSpec? FromCatalogue(
        MappingReader reader,
        string version,
        string? sha256
    )
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

        return new EnginePackageSpec { Url = entry.Url, Sha256 = checksum };
    }
}
