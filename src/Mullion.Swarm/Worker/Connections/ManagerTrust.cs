namespace Mullion.Swarm.Worker.Connections;

/// <summary>What a connection demands of a manager, and what it shows of itself.</summary>
/// <param name="RootCaPem">The only roots that are trusted, PEM; null takes any certificate, where the token's digest is the check.</param>
/// <param name="ServerName">The name that the certificate must carry: never a host name.</param>
/// <param name="Identity">Whose certificate to show; null shows none.</param>
internal sealed record ManagerTrust(string? RootCaPem, string ServerName, WorkerIdentity? Identity);
