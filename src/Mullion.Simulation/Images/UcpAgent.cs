using System.Text;
using Mullion.Core.Certificates;
using Mullion.Core.Hosts;

namespace Mullion.Simulation.Images;

/// <summary>
/// The agent of UCP or MKE for Windows, of which <c>generate-certs</c> alone is simulated: an authority for this host, and a certificate
/// under it for servers and clients. What a real one writes beside the names of the three files is not known here; so this one names
/// nothing but the host, and nobody may count on more.
/// </summary>
internal static class UcpAgent
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public static ContainerResult Run(SimulatedHost host, ContainerRun run)
    {
        if (run.Command is not ["generate-certs"])
        {
            return new ContainerResult(1, $"No help topic for '{string.Join(' ', run.Command)}'");
        }

        if (run.MountedAt != @"C:\certs")
        {
            return new ContainerResult(
                1,
                @"stat C:\certs: The system cannot find the file specified."
            );
        }

        var now = host.Clock.GetUtcNow();
        using var authority = CertificateAuthority.Create("swarm-ca", KeyKind.Ecdsa, now);
        var pair = authority.IssueServer(
            "dockerd",
            new CertificateNames([host.State.Machine.ComputerName.ToLowerInvariant()], []),
            KeyKind.Ecdsa,
            now,
            Lifetime
        );
        Write(host, run.Folder, "ca.pem", authority.Certificate.Pem);
        Write(host, run.Folder, "cert.pem", pair.Certificate);
        Write(host, run.Folder, "key.pem", pair.Key);
        return new ContainerResult(0, "");
    }

    private static void Write(SimulatedHost host, string folder, string file, string text) =>
        host.Store.WriteSafely($@"{folder}\{file}", Encoding.UTF8.GetBytes(text));
}
