using System.Security.Authentication;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>Who answered in a manager's place has a certificate that is not the one of this Swarm's manager.</summary>
internal sealed class ManagerCertificateException(
    string message,
    bool intercepted,
    bool otherRoot = false
) : AuthenticationException(message)
{
    /// <summary>A Swarm's root issued it, and it is none that is trusted here.</summary>
    public bool OtherRoot { get; } = otherRoot;

    /// <summary>The issuer is no Swarm at all.</summary>
    public bool Intercepted { get; } = intercepted;
}
