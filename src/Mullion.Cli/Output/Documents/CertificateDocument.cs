using Mullion.Core.Certificates;

namespace Mullion.Cli.Output.Documents;

/// <summary>A certificate.</summary>
/// <param name="File">The file that it is in.</param>
internal sealed record CertificateDocument(string File)
{
    /// <summary><c>made</c>, <c>kept</c> or <c>renewed</c>; null where it was only looked at.</summary>
    public string? Result { get; init; }

    /// <summary>Why it was renewed, or why it cannot be read.</summary>
    public string? Reason { get; init; }

    /// <summary>Whose it is.</summary>
    public string? Subject { get; init; }

    /// <summary>Who signed it.</summary>
    public string? Issuer { get; init; }

    /// <summary>DNS names and addresses that it is good for.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary><c>authority</c>, <c>server</c>, <c>client</c>, or <c>server and client</c>.</summary>
    public string? Use { get; init; }

    /// <summary><c>ecdsa</c> or <c>rsa</c>.</summary>
    public string? Key { get; init; }

    /// <summary>From when on it is good.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Until when it is good.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Whole days until then; negative when that is over.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>SHA-256 of it.</summary>
    public string? Sha256 { get; init; }

    public static CertificateDocument Of(string file, CertificateFacts facts, DateTimeOffset now) =>
        new(file)
        {
            Subject = facts.Subject,
            Issuer = facts.Issuer,
            Names = [.. facts.Names.Dns, .. facts.Names.Addresses],
            Use = facts switch
            {
                { IsAuthority: true } => "authority",
                { ForServers: true, ForClients: true } => "server and client",
                { ForServers: true } => "server",
                { ForClients: true } => "client",
                _ => null,
            },
            Key = facts.KeyKind?.ToString().ToLowerInvariant(),
            NotBefore = facts.NotBefore,
            NotAfter = facts.NotAfter,
            DaysLeft = facts.DaysLeft(now),
            Sha256 = facts.Thumbprint,
        };
}
