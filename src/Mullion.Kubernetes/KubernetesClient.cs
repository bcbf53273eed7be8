using System.Text.Json;
using Mullion.Kubernetes.Api;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Connections;
using Mullion.Kubernetes.Discovery;
using Mullion.Kubernetes.Json;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Options;
using Mullion.Kubernetes.Objects.Pods;

namespace Mullion.Kubernetes;

/// <summary><see cref="IKubernetesClient"/> over HTTP/2 or HTTP/1.1. Nothing is connected and no plugin started before the first call.</summary>
public sealed class KubernetesClient : IKubernetesClient
{
    private readonly KubernetesConnection _connection;
    private readonly ApiDiscovery _discovery;

    /// <summary>A client for a cluster.</summary>
    public KubernetesClient(
        KubernetesConfiguration configuration,
        KubernetesClientOptions? options = null
    )
        : this(
            configuration,
            new Transport(certificate =>
                KubernetesHandler.Create(
                    configuration,
                    certificate,
                    options ?? new KubernetesClientOptions()
                )
            ),
            options
        ) { }

    /// <summary>A client that sends through <paramref name="handler"/>, which it then owns: for a server in this process.</summary>
    public KubernetesClient(
        KubernetesConfiguration configuration,
        HttpMessageHandler handler,
        KubernetesClientOptions? options = null
    )
        : this(configuration, new Transport(handler), options) { }

    private KubernetesClient(
        KubernetesConfiguration configuration,
        Transport transport,
        KubernetesClientOptions? options
    )
    {
        Configuration = configuration;
        _connection = new KubernetesConnection(
            configuration,
            transport,
            options ?? new KubernetesClientOptions()
        );
        _discovery = new ApiDiscovery(_connection);
    }

    /// <inheritdoc/>
    public KubernetesConfiguration Configuration { get; }

    /// <inheritdoc/>
    public IObjectApi<T> Of<T>(string? inNamespace = null)
        where T : KubernetesObject, IKnownKind =>
        new ObjectApi<T>(_connection, _discovery, T.Known, inNamespace);

    /// <inheritdoc/>
    public IObjectApi<GenericObject> Of(ObjectKind kind, string? inNamespace = null) =>
        new ObjectApi<GenericObject>(_connection, _discovery, kind, inNamespace);

    /// <inheritdoc/>
    public async Task EvictAsync(
        string inNamespace,
        string pod,
        DeleteOptions? options = null,
        bool isDryRun = false,
        CancellationToken cancellation = default
    )
    {
        var eviction = new Eviction
        {
            ApiVersion = await _discovery.EvictionVersionAsync(cancellation),
            Kind = "Eviction",
            Metadata = new ObjectMeta { Name = pod, Namespace = inNamespace },
            DeleteOptions = options,
        };
        var path = Pod.Known.Fixed!.Path(inNamespace) + $"/{Uri.EscapeDataString(pod)}/eviction";
        var request = new ApiRequest(
            HttpMethod.Post,
            path + QueryString.Of(("dryRun", isDryRun ? "All" : null))
        )
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(eviction, KubernetesJson.Default.Eviction),
        };
        using var _ = await _connection.SendAsync(request, cancellation);
    }

    /// <inheritdoc/>
    public async Task<ServedKind> ServesAsync(
        ObjectKind kind,
        CancellationToken cancellation = default
    ) => await _discovery.ResolveAsync(kind, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GroupsAsync(CancellationToken cancellation = default) =>
        _discovery.GroupsAsync(cancellation);

    /// <inheritdoc/>
    public Task<ServerVersion> VersionAsync(CancellationToken cancellation = default) =>
        _connection.GetAsync("/version", KubernetesJson.Default.ServerVersion, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _discovery.Dispose();
    }
}
