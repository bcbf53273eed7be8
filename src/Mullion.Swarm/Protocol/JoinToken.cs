using System.Security.Cryptography;
using Mullion.Core;

namespace Mullion.Swarm.Protocol;

/// <summary>
/// What lets a node join a Swarm: the digest of the cluster's root CA, which protects the node from a wrong manager,
/// and a secret, which tells the manager that the node may join and in which role.
/// <c>SWMTKN-1-DIGEST-SECRET</c>, or <c>SWMTKN-2-FIPS-DIGEST-SECRET</c>.
/// </summary>
/// <remarks><see cref="ToString"/> hides the secret; <see cref="Reveal"/> gives the whole token.</remarks>
public sealed class JoinToken
{
    private const string Prefix = "SWMTKN";
    private const int DigestWidth = 50;
    private const int SecretWidth = 25;
    private const int SecretBytes = 16;

    private readonly byte[] digest;
    private readonly string secret;

    private JoinToken(int version, bool fips, byte[] digest, string secret)
    {
        Version = version;
        Fips = fips;
        this.digest = digest;
        this.secret = secret;
    }

    /// <summary>1, or 2 for tokens that say whether the cluster demands FIPS.</summary>
    public int Version { get; }

    /// <summary>The cluster refuses nodes that do not run in FIPS mode.</summary>
    public bool Fips { get; }

    /// <summary>SHA-256 of the root CA's PEM bundle, as lower-case hexadecimal digits.</summary>
    public string CaDigest => Convert.ToHexStringLower(digest);

    /// <summary>A new token with a random secret, of version 1 unless FIPS is demanded.</summary>
    /// <param name="rootCaPem">Exactly the bytes that managers hand out.</param>
    /// <param name="fips">Whether nodes must run in FIPS mode.</param>
    public static JoinToken Create(ReadOnlySpan<byte> rootCaPem, bool fips = false) =>
        new(
            fips ? 2 : 1,
            fips,
            SHA256.HashData(rootCaPem),
            Base36.Encode(RandomNumberGenerator.GetBytes(SecretBytes), SecretWidth)
        );

    /// <summary>Reads a token. Spaces around it are ignored, as they come with copying.</summary>
    /// <exception cref="MullionException">It is no join token; the message says why and never repeats it.</exception>
    public static JoinToken Parse(string text)
    {
        var parts = text.Trim().Split('-');
        if (parts[0] != Prefix)
        {
            throw Wrong($"it does not begin with {Prefix}-");
        }

        return (parts.Length, parts.ElementAtOrDefault(1)) switch
        {
            (4, "1") => Read(1, "0", parts[2], parts[3]),
            (5, "2") => Read(2, parts[2], parts[3], parts[4]),
            (_, "1" or "2") => throw Wrong(
                $"it has {parts.Length} parts; version {parts[1]} has {(parts[1] == "1" ? 4 : 5)}"
            ),
            _ => throw Wrong("its version is neither 1 nor 2"),
        };
    }

    /// <summary>Whether this is the root CA that the token was made for.</summary>
    public bool Matches(ReadOnlySpan<byte> rootCaPem) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(rootCaPem), digest);

    /// <summary>The whole token, secret included. Only for the wire and for a file that is protected.</summary>
    public string Reveal() => Head + secret;

    /// <summary>The token without its secret.</summary>
    public override string ToString() => Head + "…";

    private string Head =>
        $"{Prefix}-{Version}-{(Version == 2 ? (Fips ? "1-" : "0-") : "")}{Base36.Encode(digest, DigestWidth)}-";

    private static JoinToken Read(int version, string fips, string digestText, string secret)
    {
        if (fips is not ("0" or "1"))
        {
            throw Wrong("its FIPS part is neither 0 nor 1");
        }

        if (
            digestText.Length != DigestWidth
            || !Base36.TryDecode(digestText, SHA256.HashSizeInBytes, out var digest)
        )
        {
            throw Wrong(
                $"its CA digest ({digestText.Length} characters) is not {DigestWidth} characters of 0-9a-z"
            );
        }

        if (secret.Length != SecretWidth || !Base36.TryDecode(secret, SecretBytes, out _))
        {
            throw Wrong(
                $"its secret ({secret.Length} characters) is not {SecretWidth} characters of 0-9a-z; was it cut when copied?"
            );
        }

        return new JoinToken(version, fips == "1", digest, secret);
    }

    private static MullionException Wrong(string reason) =>
        new(
            $"The join token is not valid: {reason}.",
            "Run `docker swarm join-token worker` on a manager and copy the whole token."
        );
}
