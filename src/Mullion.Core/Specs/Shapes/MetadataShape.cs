using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>metadata</c> section.</summary>
internal static class MetadataShape
{
    private static readonly Key<string> Name = new(
        "name",
        "The name of the cluster, as Mullion marks what it owns on a host.",
        NameText.Shape
    )
    {
        IsRequired = true,
    };

    public static readonly ObjectShape<MetadataSpec> Shape = new(
        [Name],
        reader => new MetadataSpec { Name = reader.Get(Name)! }
    );
}
