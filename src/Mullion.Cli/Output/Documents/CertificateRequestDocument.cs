namespace Mullion.Cli.Output.Documents;

/// <summary>A node's request for a certificate.</summary>
/// <param name="Node">The node.</param>
/// <param name="Result">
/// <c>kept</c>: its certificate is good; <c>requested</c>: the request waits for the authority.
/// </param>
/// <param name="Reason">Why a certificate is requested.</param>
/// <param name="Request">The file with the request; absent where none is needed.</param>
/// <param name="Certificate">Where the authority's answer is looked for.</param>
/// <param name="Names">What the certificate has to carry.</param>
internal sealed record CertificateRequestDocument(
    string Node,
    string Result,
    string? Reason,
    string? Request,
    string Certificate,
    IReadOnlyList<string> Names
);
