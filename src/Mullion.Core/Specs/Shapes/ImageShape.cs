using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>An entry of <c>images</c>.</summary>
internal static class ImageShape
{
    private static readonly Key<ImageReference> Name = new(
        "name",
        "The image's name, as docker pull takes it.",
        ImageText.Shape
    )
    {
        IsRequired = true,
    };

    private static readonly Key<ArchiveSpec> Archive = new(
        "archive",
        "The file, made by docker save, that holds the image; one file may hold several. Left out, the hosts pull it.",
        new ArchiveShape("tar archive", catalogue: null).Shape
    );

    public static readonly ObjectShape<ImageSpec> Shape = new([Name, Archive], Bind);

    private static ImageSpec Bind(MappingReader reader)
    {
        var image = new ImageSpec { Name = reader.Get(Name)!, Archive = reader.Get(Archive) };
        reader.Claim(
            Name,
            "image",
            image.Name?.Full,
            "Name each image once: nginx and docker.io/library/nginx:latest are the same."
        );
        if (reader.Has(Archive) && image.Name is { Pinned: true })
        {
            reader.Refuse(
                Name,
                "an image that is loaded from a file has no digest of a registry",
                "Name it by its tag; archive.sha256 pins the file."
            );
        }

        return image;
    }
}
