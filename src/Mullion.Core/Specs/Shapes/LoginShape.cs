using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator.swarm.login</c> section.</summary>
internal static class LoginShape
{
    private static readonly Key<string> User = new(
        "user",
        "A user who may see the swarm's join token: an administrator.",
        UserText.Shape
    )
    {
        IsRequired = true,
    };

    private static readonly Key<FileReference> PasswordFile = new(
        "passwordFile",
        "The file whose first line is the password. A relative path starts at the folder of this file.",
        new FileShape()
    )
    {
        IsRequired = true,
    };

    private static readonly Key<FileReference> Ca = new(
        "ca",
        "The PEM file of the authority that signed the controller's certificate. Left out, what this machine trusts.",
        new FileShape()
    );

    public static readonly ObjectShape<LoginSpec> Shape = new(
        [User, PasswordFile, Ca],
        reader => new LoginSpec
        {
            User = reader.Get(User)!,
            PasswordFile = reader.Get(PasswordFile)!,
            Ca = reader.Get(Ca),
        }
    );
}
