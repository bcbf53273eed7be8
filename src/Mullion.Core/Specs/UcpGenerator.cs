namespace Mullion.Core.Specs;

/// <summary>
/// The image of UCP's agent makes them on the host, under an authority of the host's own (seed 0ecf1c42, "Set up certs for the dockerd
/// service").
/// </summary>
public sealed record UcpGenerator : CertificateSource;
