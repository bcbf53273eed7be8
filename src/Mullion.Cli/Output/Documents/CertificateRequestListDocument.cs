namespace Mullion.Cli.Output.Documents;

/// <summary>What <c>mullion certs request</c> did.</summary>
/// <param name="Requests">Node by node.</param>
internal sealed record CertificateRequestListDocument(
    IReadOnlyList<CertificateRequestDocument> Requests
);
