namespace Mullion.Cli.Output.Documents;

/// <summary>Certificates, in the order in which they were met.</summary>
internal sealed record CertificateListDocument(IReadOnlyList<CertificateDocument> Certificates);
