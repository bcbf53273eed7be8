namespace Mullion.Core.Specs;

/// <summary>A registry that wants to know who pulls: an entry of <c>registries</c>.</summary>
public sealed record RegistrySpec
{
    /// <summary>The registry's host and port as images name it; <c>docker.io</c> for Docker Hub.</summary>
    public required string Host { get; init; }

    /// <summary>The user.</summary>
    public required string User { get; init; }

    /// <summary>The file whose first line is the password or the access token. Read when a node needs it, and written nowhere.</summary>
    public required FileReference PasswordFile { get; init; }
}
