using Mullion.Core.Certificates;

namespace Mullion.Cli.Certificates;

/// <summary>What <c>certs generate</c> was asked for.</summary>
/// <param name="Dns">DNS names of the engine; with no addresses either, those that its certificate has already.</param>
/// <param name="Addresses">Addresses of the engine.</param>
/// <param name="Kind">The kind of new keys.</param>
/// <param name="Lifetime">How long new certificates are good.</param>
/// <param name="Passphrase">What seals the authority's key; null for nothing.</param>
internal sealed record CertificateOrder(
    IReadOnlyList<string> Dns,
    IReadOnlyList<string> Addresses,
    KeyKind Kind,
    TimeSpan Lifetime,
    string? Passphrase
)
{
    /// <summary>A certificate is made anew in the last month of its life, or in the last third of a shorter one.</summary>
    public TimeSpan RenewBefore => Lifetime / 3 < Month ? Lifetime / 3 : Month;

    private static TimeSpan Month { get; } = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public override string ToString() =>
        $"certificates for {string.Join(", ", [.. Dns, .. Addresses])}";
}
