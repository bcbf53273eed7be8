using Mullion.Core.Certificates;
using Mullion.Core.Hosts;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Certificates of a bed's engine: signed by hand, and as a client sees them.</summary>
internal static class BedCertificates
{
    public const string Folder = @"C:\ProgramData\docker\daemoncerts\";

    /// <summary>A certificate for the bed's node, good from now on.</summary>
    public static CertificatePair Sign(
        this Bed bed,
        int days,
        string address = "10.0.0.21",
        CertificateAuthority? by = null
    ) =>
        (by ?? Bed.EngineAuthority).IssueServer(
            "win-1",
            CertificateNames.WithLocalhost(["win-1"], [address]),
            KeyKind.Ecdsa,
            bed.Clock.GetUtcNow(),
            TimeSpan.FromDays(days)
        );

    /// <summary>The thumbprint that the engine shows to a client that trusts the host's authority.</summary>
    public static Task<string> PingAsync(this Bed bed) =>
        bed.Host.Engine.PingOverTlsAsync(
            new EngineTlsCall(
                "10.0.0.21",
                2376,
                Folder + "ca.pem",
                Folder + "cert.pem",
                Folder + "key.pem"
            ),
            CancellationToken.None
        );
}
