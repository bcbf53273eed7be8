using System.Security.Cryptography;

namespace Mullion.Core.Resources.SwarmMemberships;

/// <summary>
/// Tells one swarm from another: the SHA-256 of its root CA bundle exactly as managers send it, which is what join tokens pin.
/// </summary>
public static class RootDigest
{
    /// <summary>The digest of a PEM bundle, lower-case hex.</summary>
    public static string Of(ReadOnlySpan<byte> pem) =>
        Convert.ToHexStringLower(SHA256.HashData(pem));
}
