using Mullion.Core;
using Mullion.Docker.Connections;

namespace Mullion.Docker.Contexts;

/// <summary>A folder with <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c>, as docker lays them down.</summary>
internal static class TlsFolder
{
    /// <summary>With those of the three that are there; certificate and key only together.</summary>
    public static DockerTls Some(string folder, string what)
    {
        var ca = Path.Combine(folder, "ca.pem");
        var cert = Path.Combine(folder, "cert.pem");
        var key = Path.Combine(folder, "key.pem");
        return (File.Exists(cert), File.Exists(key)) switch
        {
            (true, true) => new DockerTls(File.Exists(ca) ? ca : null, cert, key),
            (false, false) => new DockerTls(File.Exists(ca) ? ca : null, null, null),
            (var hasCert, _) => throw Half(hasCert ? key : cert, what),
        };
    }

    /// <summary>With all three.</summary>
    public static DockerTls All(string folder, string what) =>
        Some(folder, what) switch
        {
            { Ca: null } => throw Half(Path.Combine(folder, "ca.pem"), what),
            { Cert: null } => throw Half(Path.Combine(folder, "cert.pem"), what),
            var tls => tls,
        };

    private static MullionException Half(string missing, string what) =>
        new(
            $"{what} is not complete: there is no file {missing}.",
            "Put ca.pem, cert.pem and key.pem of one client bundle there, or make the context anew with `docker context create`."
        );
}
