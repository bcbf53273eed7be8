using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Discovery;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Options;

namespace Mullion.Kubernetes;

/// <summary>
/// The API of one Kubernetes cluster, as far as Mullion uses it. Every call may throw <see cref="KubernetesException"/> (the server
/// refused), <see cref="KubernetesConnectionException"/> (no answer) or <see cref="KindNotServedException"/> (the cluster does not
/// know the kind).
/// </summary>
public interface IKubernetesClient : IDisposable
{
    /// <summary>Where the API is and as whom it is asked.</summary>
    KubernetesConfiguration Configuration { get; }

    /// <summary>Objects of a kind that Mullion has a record for.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="inNamespace">Their namespace; null for all of them, and for objects of the whole cluster.</param>
    IObjectApi<T> Of<T>(string? inNamespace = null)
        where T : KubernetesObject, IKnownKind;

    /// <summary>Objects of any kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="inNamespace">Their namespace; null for all of them, and for objects of the whole cluster.</param>
    IObjectApi<GenericObject> Of(ObjectKind kind, string? inNamespace = null);

    /// <summary>Asks for a pod to be taken away as far as disruption budgets allow; it ends later, by itself.</summary>
    /// <param name="inNamespace">Its namespace.</param>
    /// <param name="pod">Its name.</param>
    /// <param name="options">Grace period and which pod is meant; null for as the pod says.</param>
    /// <param name="isDryRun">Only ask whether it would be done.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="KubernetesException">Of status 429 with the budget in its causes, when that forbids it.</exception>
    Task EvictAsync(
        string inNamespace,
        string pod,
        DeleteOptions? options = null,
        bool isDryRun = false,
        CancellationToken cancellation = default
    );

    /// <summary>How this cluster serves a kind.</summary>
    Task<ServedKind> ServesAsync(ObjectKind kind, CancellationToken cancellation = default);

    /// <summary>Names of the API groups that this cluster serves beside the core group.</summary>
    Task<IReadOnlyList<string>> GroupsAsync(CancellationToken cancellation = default);

    /// <summary>The version of the API server.</summary>
    Task<ServerVersion> VersionAsync(CancellationToken cancellation = default);
}
