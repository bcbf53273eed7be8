using System.Security.Authentication;

namespace Mullion.Kubernetes.Connections;

/// <summary>Why a server's certificate was not taken, and what to do.</summary>
internal sealed class RejectedCertificateException(string reason, string fix)
    : AuthenticationException(reason)
{
    public string Fix { get; } = fix;
}
