using System.Security.Cryptography;
using System.Text;
using Mullion.Core;
using Mullion.Docker.Connections;

namespace Mullion.Docker.Contexts;

/// <summary>
/// The contexts of the docker command line, in its own store (docker/cli, cli/context/store): <c>contexts/meta/ID/meta.json</c>
/// and <c>contexts/tls/ID/docker/*.pem</c>, where ID is the SHA-256 of the context's name. Only read, never written.
/// </summary>
public sealed class DockerContexts(DockerEnvironment environment)
{
    /// <summary>The context that needs no store: the environment's engine, else this machine's.</summary>
    public const string Default = "default";

    private string Store => Path.Combine(environment.ConfigFolder, "contexts");

    /// <summary>
    /// The engine that <c>docker</c> talks to when it is told nothing: of <c>DOCKER_HOST</c>, else of the context that
    /// <c>DOCKER_CONTEXT</c> or <c>docker context use</c> chose, else of this machine.
    /// </summary>
    /// <exception cref="MullionException">What was chosen cannot be used; names the file or variable.</exception>
    public DockerEndpoint Current() =>
        environment["DOCKER_HOST"] is not null
            ? FromEnvironment()
            : Named(environment["DOCKER_CONTEXT"] ?? Chosen() ?? Default);

    /// <summary>The engine of a context.</summary>
    /// <exception cref="MullionException">There is no such context, or it cannot be used; names the file.</exception>
    public DockerEndpoint Named(string name)
    {
        if (name == Default)
        {
            return FromEnvironment();
        }

        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var file = Path.Combine(Store, "meta", id, "meta.json");
        if (!File.Exists(file))
        {
            throw new MullionException(
                $"There is no docker context {name} (it would be {file}); there are: {string.Join(", ", Names())}.",
                "Name one that `docker context ls` shows, as the user that runs Mullion; DOCKER_CONFIG chooses another folder than ~/.docker."
            );
        }

        var what = $"The docker context {name} ({file})";
        if (
            JsonFile.Read(file, ContextJson.Default.ContextMeta, what)
            is not { Endpoints.Docker: { Host: { Length: > 0 } host } endpoint }
        )
        {
            throw new MullionException(
                $"{what} names no docker engine.",
                $"Make it anew: docker context rm {name}, docker context create {name} --docker host=…"
            );
        }

        if (endpoint.SkipTlsVerify)
        {
            throw new MullionException(
                $"{what} does not verify the engine's certificate (skip-tls-verify), and Mullion always does.",
                $"Give it the engine's CA: docker context update {name} --docker host={Engines.Shown(host)},ca=ca.pem,cert=cert.pem,key=key.pem"
            );
        }

        var tls = Path.Combine(Store, "tls", id, "docker");
        return Engines.Parse(host, Directory.Exists(tls) ? TlsFolder.Some(tls, what) : null, what);
    }

    /// <summary>What <c>docker context use</c> wrote; null when it never did.</summary>
    private string? Chosen()
    {
        var file = Path.Combine(environment.ConfigFolder, "config.json");
        return
            File.Exists(file)
            && JsonFile.Read(file, ContextJson.Default.DockerConfig, $"Docker's own {file}")
                is { CurrentContext: { Length: > 0 } name }
            ? name
            : null;
    }

    private DockerEndpoint FromEnvironment()
    {
        if (environment["DOCKER_HOST"] is not { } host)
        {
            return DockerEndpoint.Local;
        }

        const string What = "The environment variable DOCKER_HOST";
        if (environment["DOCKER_TLS_VERIFY"] is null)
        {
            return environment["DOCKER_TLS"] is null
                ? Engines.Parse(host, null, What)
                : throw new MullionException(
                    "The environment variable DOCKER_TLS asks for TLS that does not verify the engine's certificate, and Mullion always does.",
                    "Set DOCKER_TLS_VERIFY=1, and DOCKER_CERT_PATH to the folder of ca.pem, cert.pem and key.pem."
                );
        }

        return Engines.Parse(
            host,
            TlsFolder.All(
                environment["DOCKER_CERT_PATH"] ?? environment.ConfigFolder,
                "DOCKER_TLS_VERIFY is set, and the folder that DOCKER_CERT_PATH names"
            ),
            What
        );
    }

    /// <summary>The contexts that can be named; those whose files cannot be read are left out.</summary>
    private IEnumerable<string> Names()
    {
        var metas = Path.Combine(Store, "meta");
        var folders = Directory.Exists(metas) ? Directory.GetDirectories(metas) : [];
        return folders
            .Select(folder => JsonFile.TryRead(Path.Combine(folder, "meta.json"))?.Name)
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .Prepend(Default);
    }
}
