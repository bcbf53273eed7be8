namespace Mullion.Core.Specs;

/// <summary>The certificates with which Mullion speaks to a manager over <c>tcp://</c>: the <c>tls</c> section. PEM files.</summary>
public sealed record TlsSpec
{
    /// <summary>The authority that signed the manager's certificate.</summary>
    public required FileReference Ca { get; init; }

    /// <summary>The client certificate.</summary>
    public required FileReference Cert { get; init; }

    /// <summary>The private key of <see cref="Cert"/>. Only its path is ever kept here.</summary>
    public required FileReference Key { get; init; }
}
