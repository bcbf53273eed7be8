namespace Mullion.Core.Specs;

/// <summary>How the Engine API of a manager is reached.</summary>
public enum ManagerScheme
{
    /// <summary>A Unix socket on this machine.</summary>
    Unix,

    /// <summary>A named pipe on this machine.</summary>
    Npipe,

    /// <summary>TCP, with or without TLS.</summary>
    Tcp,

    /// <summary>The controller of UCP or MKE over HTTPS, where one logs on.</summary>
    Https,

    /// <summary>As a context of the docker command line says.</summary>
    Context,

    /// <summary>As a client bundle of UCP or MKE says.</summary>
    Bundle,
}
