using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Worker.Renewal;

/// <summary>Keeps a node's certificate good: renews it in time, and when managers ask, and follows the Swarm's root CA.</summary>
/// <param name="membership">Who the node is.</param>
/// <param name="renewal">Gets certificates.</param>
/// <param name="observer">Told of each new identity, to keep it.</param>
/// <param name="gate">Held while the membership changes.</param>
/// <param name="failed">Told when a renewal did not succeed; <see cref="Problem"/> says why.</param>
internal sealed class CertificateKeeper(
    Membership membership,
    CertificateRenewal renewal,
    IWorkerObserver observer,
    Lock gate,
    Action failed
)
{
    private volatile string? problem;

    /// <summary>Why the certificate could not be renewed; null when it is well.</summary>
    public string? Problem => problem;

    /// <summary>Takes up what a manager tells of the certificate and of the root. Call with the gate held.</summary>
    public void Follow(SessionMessage message)
    {
        var wanted =
            message.Node?.Certificate?.Status?.State is IssuanceState.Renew or IssuanceState.Rotate;
        if (
            message.RootCa is { IsEmpty: false } root
            && root.ToStringUtf8() is var pem
            && pem != membership.Identity.RootCaPem
        )
        {
            wanted |= !membership.TakeRoot(pem);
            observer.IdentityChanged(membership.Identity);
        }

        if (wanted)
        {
            renewal.Ask();
        }
    }

    /// <summary>Ends with the session's last reason: another certificate, or none that is valid.</summary>
    public async Task RenewAsync(IManagerConnection connection, CancellationToken cancellation)
    {
        var renewed = await renewal.RunAsync(connection, membership.Identity, Failed, cancellation);
        if (renewed is null)
        {
            return;
        }

        lock (gate)
        {
            problem = null;
            membership.TakeCertificate(renewed);
            observer.IdentityChanged(membership.Identity);
        }
    }

    private void Failed(string reason)
    {
        problem =
            $"the certificate, valid until {membership.Identity.NotAfter().ToUniversalTime():u}, could not be renewed: {reason.TrimEnd('.')}; it is tried again";
        failed();
    }
}
