namespace Mullion.Docker.Connections;

/// <summary>How an engine is reached.</summary>
public enum DockerEndpointKind
{
    /// <summary><c>unix:///path</c>.</summary>
    Unix,

    /// <summary><c>npipe:////./pipe/name</c>, on Windows.</summary>
    NamedPipe,

    /// <summary><c>tcp://host:port</c>, with or without TLS.</summary>
    Tcp,
}
