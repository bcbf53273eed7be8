namespace Mullion.Kubernetes.Connections;

/// <summary>
/// What carries requests. A certificate belongs to a connection, so a new one gets new connections; requests under way on old ones end there.
/// </summary>
internal sealed class Transport : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Func<ClientCertificate?, HttpMessageHandler> _create;
    private readonly bool _isFixed;
    private HttpMessageInvoker? _invoker;
    private ClientCertificate? _shown;

    /// <summary>Over connections that are made as needed.</summary>
    public Transport(Func<ClientCertificate?, HttpMessageHandler> create) => _create = create;

    /// <summary>Through a handler, for a server in this process; it is owned.</summary>
    public Transport(HttpMessageHandler handler)
        : this(_ => handler)
    {
        _isFixed = true;
        _invoker = new HttpMessageInvoker(handler);
    }

    /// <summary>What sends requests that show a certificate, or none.</summary>
    public HttpMessageInvoker For(ClientCertificate? certificate)
    {
        lock (_lock)
        {
            if (_invoker is not null && (_isFixed || ReferenceEquals(_shown, certificate)))
            {
                return _invoker;
            }

            _invoker?.Dispose();
            _shown = certificate;
            return _invoker = new HttpMessageInvoker(_create(certificate));
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _invoker?.Dispose();
        }
    }
}
