namespace Mullion.Docker.Engine;

/// <summary>The engine itself.</summary>
public interface IEngineApi
{
    /// <summary>Whether the engine answers, and the API version that it offers.</summary>
    Task<EnginePing> PingAsync(CancellationToken cancellation = default);

    /// <summary>What <c>docker info</c> shows.</summary>
    Task<EngineInfo> InfoAsync(CancellationToken cancellation = default);

    /// <summary>What <c>docker version</c> shows of the server.</summary>
    Task<EngineVersion> VersionAsync(CancellationToken cancellation = default);
}
