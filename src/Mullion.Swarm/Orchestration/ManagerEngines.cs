using Mullion.Core.Specs;
using Mullion.Docker.Connections;
using Mullion.Docker.Contexts;

namespace Mullion.Swarm.Orchestration;

/// <summary>The engine of a manager that a spec names.</summary>
/// <param name="environment">Where contexts are looked up.</param>
internal sealed class ManagerEngines(DockerEnvironment environment)
{
    /// <summary>Where a manager's engine listens. Contexts and bundles bring their own certificates.</summary>
    /// <param name="manager">The manager.</param>
    /// <param name="tls">The spec's certificates.</param>
    /// <param name="login">Who logs on to UCP.</param>
    /// <exception cref="Core.MullionException">The context or the bundle cannot be used.</exception>
    public DockerEndpoint Of(ManagerEndpoint manager, DockerTls? tls, LoginSpec? login) =>
        manager.Scheme switch
        {
            ManagerScheme.Context when manager.Location == ManagerEndpoint.CurrentContext =>
                new DockerContexts(environment).Current(),
            ManagerScheme.Context => new DockerContexts(environment).Named(manager.Location),
            ManagerScheme.Bundle => ClientBundle.Read(manager.Folder!.FullPath),
            ManagerScheme.Tcp => DockerEndpoint.Parse(manager.ToString(), tls),
            ManagerScheme.Https => DockerEndpoint.Parse(
                manager.ToString(),
                new DockerTls(login?.Ca?.FullPath, Cert: null, Key: null)
            ),
            _ => DockerEndpoint.Parse(manager.ToString()),
        };
}
