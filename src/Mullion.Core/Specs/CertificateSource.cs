namespace Mullion.Core.Specs;

/// <summary>Where the certificates of engines come from.</summary>
public abstract record CertificateSource;
