using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;
using Mullion.Swarm.Worker.Sessions;

namespace Mullion.Swarm.Worker.Renewal;

/// <summary>
/// Who the node is: its identity of now and, while the root CA is rotated, the next one.
/// <code>
/// asked to rotate → next certificate (of the coming root) → reported as TLS info, still shown: the old one
/// the coming root is the Swarm's → the next certificate is shown, the old root and certificate are forgotten
/// </code>
/// The old certificate is shown so long because .NET takes the new root that the old one signed for a root, does not
/// send it along, and managers refuse the new certificate without it.
/// </summary>
internal sealed class Membership(WorkerIdentity identity)
{
    private WorkerIdentity? next;
    private bool showNext;

    /// <summary>To be kept over a restart.</summary>
    public WorkerIdentity Identity { get; private set; } = identity;

    /// <summary>What managers are told of the certificate.</summary>
    public NodeTlsInfo TlsInfo { get; private set; } = NodeDescriptions.TlsInfo(identity);

    /// <summary>What a new connection trusts and shows: both roots during a rotation.</summary>
    public ManagerTrust Trust() =>
        new(
            Identity.RootCaPem + (next is null ? "" : CertificateChain.Issuers(next)),
            SwarmNames.Manager,
            showNext ? next : Identity
        );

    /// <summary>Between two sessions a rotation may have ended: the other certificate is tried then.</summary>
    public void Lost() => showNext = !showNext && next is not null;

    public void TakeManagers(IReadOnlyList<string> managers) =>
        Take(Identity.WithManagers(managers), next);

    /// <summary>A renewal brought <paramref name="renewed"/>.</summary>
    public void TakeCertificate(WorkerIdentity renewed)
    {
        var now = renewed.WithManagers(Identity.Managers).WithRoot(Identity.RootCaPem);
        if (CertificateChain.IsOfComingRoot(now))
        {
            Take(Identity, now);
        }
        else
        {
            Take(now, null);
        }
    }

    /// <summary>The Swarm has this root from now on.</summary>
    /// <returns>False when a certificate of it is still to be got.</returns>
    public bool TakeRoot(string rootCaPem)
    {
        var coming = next?.WithRoot(rootCaPem);
        Take(
            coming is not null && CertificateChain.IsSignedByRoot(coming)
                ? coming.WithManagers(Identity.Managers)
                : Identity.WithRoot(rootCaPem),
            null
        );
        return CertificateChain.IsSignedByRoot(Identity);
    }

    private void Take(WorkerIdentity now, WorkerIdentity? coming)
    {
        Identity = now;
        next = coming;
        showNext = showNext && coming is not null;
        TlsInfo = NodeDescriptions.TlsInfo(coming ?? now);
    }
}
