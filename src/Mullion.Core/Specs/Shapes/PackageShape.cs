using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Shapes;

/// <summary>
/// Programs that their makers publish at a place that follows from the version: then the checksum alone is enough, and nothing is downloaded
/// without one.
/// </summary>
/// <param name="version">The version's key.</param>
/// <param name="what">What it is: <c>tar.gz archive</c>.</param>
/// <param name="published">Where a version is published.</param>
internal sealed class PackageShape(Key<string> version, string what, Func<string, string> published)
{
    private readonly Key<ArchiveSpec> _package = new(
        "package",
        $"Where it comes from: the {what} of the release. With sha256 alone, from where its makers publish it.",
        new ArchiveShape(what, "the one that its makers publish").Shape
    )
    {
        IsRequired = true,
    };

    /// <summary>The keys, to stand among those of a section.</summary>
    public IReadOnlyList<IKey> Keys => [version, _package];

    /// <summary>A section that has nothing else.</summary>
    public ObjectShape<PackageSpec> Shape => new(Keys, Read);

    public PackageSpec Read(MappingReader reader)
    {
        var chosen = reader.Get(version);
        var package = reader.Get(_package);
        if (package is { Url: null, Path: null } && reader.Has(_package))
        {
            if (package.Sha256 is null)
            {
                reader.Refuse(
                    _package,
                    "this does not say where the archive is, and nothing is downloaded unchecked",
                    "Add sha256, the checksum of the release; or path, a file on this machine.",
                    showValue: false
                );
            }
            else if (chosen is not null)
            {
                package = package with { Url = published(chosen) };
            }
        }

        return new PackageSpec { Version = chosen!, Package = package! };
    }
}
