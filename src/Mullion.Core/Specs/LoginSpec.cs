namespace Mullion.Core.Specs;

/// <summary>How Mullion logs on to an <c>https://</c> manager, UCP or MKE: the <c>orchestrator.swarm.login</c> section.</summary>
public sealed record LoginSpec
{
    /// <summary>The user.</summary>
    public required string User { get; init; }

    /// <summary>The file whose first line is the user's password. Read at the first logon, and written nowhere.</summary>
    public required FileReference PasswordFile { get; init; }

    /// <summary>The authority that signed the controller's certificate; null trusts what this machine trusts.</summary>
    public FileReference? Ca { get; init; }
}
