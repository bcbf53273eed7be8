using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>An entry of <c>registries</c>.</summary>
internal static class RegistryShape
{
    private static readonly Key<string> Host = new(
        "host",
        "The registry's host and port as images name it; docker.io for Docker Hub.",
        RegistryText.Shape
    )
    {
        IsRequired = true,
    };

    private static readonly Key<string> User = new("user", "Who pulls.", UserText.Shape)
    {
        IsRequired = true,
    };

    private static readonly Key<FileReference> PasswordFile = new(
        "passwordFile",
        "The file whose first line is the password or access token. A relative path starts at the folder of this file.",
        new FileShape()
    )
    {
        IsRequired = true,
    };

    public static readonly ObjectShape<RegistrySpec> Shape = new([Host, User, PasswordFile], Bind);

    private static RegistrySpec Bind(MappingReader reader)
    {
        var registry = new RegistrySpec
        {
            Host = reader.Get(Host)!,
            User = reader.Get(User)!,
            PasswordFile = reader.Get(PasswordFile)!,
        };
        reader.Claim(
            Host,
            "registry",
            registry.Host?.ToLowerInvariant(),
            "Name each registry once: a node logs on to it as one user."
        );
        return registry;
    }
}
