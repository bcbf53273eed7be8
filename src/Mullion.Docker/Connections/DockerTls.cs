namespace Mullion.Docker.Connections;

/// <summary>PEM files for <c>tcp://</c> with TLS, as <c>docker --tlsverify</c> takes them.</summary>
/// <param name="Ca">The CA that signed the engine's certificate; null trusts what this machine trusts.</param>
/// <param name="Cert">The client's certificate; null when the engine asks for none.</param>
/// <param name="Key">The client's private key; given exactly when <paramref name="Cert"/> is.</param>
public sealed record DockerTls(string? Ca, string? Cert, string? Key);
