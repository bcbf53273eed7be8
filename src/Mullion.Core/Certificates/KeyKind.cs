namespace Mullion.Core.Certificates;

/// <summary>What kind of key a certificate has.</summary>
public enum KeyKind
{
    /// <summary>ECDSA on P-256.</summary>
    Ecdsa,

    /// <summary>RSA with 3072 bits, for clients that know no ECDSA.</summary>
    Rsa,
}
