using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Mullion.Core.Certificates;
using Mullion.Core.Hosts;

namespace Mullion.Simulation.Engine;

/// <summary>
/// Where a dockerd listens, and how it guards its TCP ports: with what its files held when it started. Words as Go's crypto/tls and Windows
/// have them.
/// </summary>
internal sealed class EngineListeners
{
    private readonly SimulatedHost _host;
    private readonly bool _verify;
    private readonly string? _authority;
    private readonly string? _certificate;

    public EngineListeners(SimulatedHost host, EngineConfiguration configuration)
    {
        _host = host;
        Pipe = configuration.Hosts.Contains(EngineConfiguration.Pipe);
        Ports =
        [
            .. configuration
                .Hosts.Where(h => !h.StartsWith(EngineConfiguration.Pipe, StringComparison.Ordinal))
                .Select(h => int.Parse(h[(h.LastIndexOf(':') + 1)..])),
        ];
        if (configuration.Tls is { } tls)
        {
            _verify = tls.Verify;
            _authority = Text(host, tls.Authority);
            _certificate = Text(host, tls.Certificate);
        }
    }

    /// <summary>Whether it listens on its named pipe.</summary>
    public bool Pipe { get; }

    /// <summary>Its TCP ports.</summary>
    public IReadOnlyList<int> Ports { get; }

    /// <summary>Why a dockerd would not come to listen; null when it would.</summary>
    public static string? WhyNot(SimulatedHost host, EngineConfiguration configuration)
    {
        if (
            configuration.Tls is { } tls
            && configuration.Hosts.Any(h => h != EngineConfiguration.Pipe)
        )
        {
            if (
                Text(host, tls.Certificate) is not { } certificate
                || Text(host, tls.Key) is not { } key
            )
            {
                return $"invalid TLS configuration: could not read certificate {tls.Certificate}: The system cannot find the file specified.";
            }

            try
            {
                using var pair = X509Certificate2.CreateFromPem(certificate, key);
            }
            catch (Exception e) when (e is CryptographicException or ArgumentException)
            {
                return $"invalid TLS configuration: could not load X509 key pair (cert: \"{tls.Certificate}\", key: \"{tls.Key}\"): tls: private key does not match public key";
            }

            if (tls.Verify && Text(host, tls.Authority) is null)
            {
                return $"invalid TLS configuration: could not read CA certificate \"{tls.Authority}\": The system cannot find the file specified.";
            }
        }

        var ports = new EngineListeners(host, configuration).Ports;
        return
            host.State.Listeners.Find(l => l.Protocol == "tcp" && ports.Contains(l.Port))
                is { } taken
            ? $"failed to load listeners: listen tcp 0.0.0.0:{taken.Port}: bind: Only one usage of each socket address (protocol/network address/port) is normally permitted."
            : null;
    }

    /// <summary>A call from the host itself.</summary>
    /// <returns>SHA-256 of the certificate that is shown, or why there is no answer.</returns>
    public (string? Shown, string? Error) Answer(EngineTlsCall call)
    {
        if (!Ports.Contains(call.Port))
        {
            return (
                null,
                $"dial tcp {call.Address}:{call.Port}: connectex: No connection could be made because the target machine actively refused it."
            );
        }

        if (_certificate is null || CertificateFacts.Read(_certificate) is not { } shown)
        {
            return (null, "tls: first record does not look like a TLS handshake");
        }

        var now = _host.Clock.GetUtcNow();
        var names = shown.Names;
        return true switch
        {
            _ when !Signed(Text(_host, call.AuthorityFile), _certificate) => (
                null,
                "tls: failed to verify certificate: x509: certificate signed by unknown authority"
            ),
            _ when shown.NotAfter <= now || shown.NotBefore > now => (
                null,
                "tls: failed to verify certificate: x509: certificate has expired or is not yet valid"
            ),
            _ when !call.AnyName
                    && !names.Addresses.Contains(call.Address)
                    && !names.Dns.Contains(call.Address) => (
                null,
                $"tls: failed to verify certificate: x509: certificate is valid for {string.Join(", ", names.Addresses)}, not {call.Address}"
            ),
            _ when _verify && !Signed(_authority, Text(_host, call.CertificateFile)) => (
                null,
                "remote error: tls: bad certificate"
            ),
            _ => (shown.Thumbprint, null),
        };
    }

    private static bool Signed(string? authority, string? certificate)
    {
        try
        {
            if (authority is null || certificate is null)
            {
                return false;
            }

            using var signer = AuthorityCertificate.Read(authority);
            using var signed = X509Certificate2.CreateFromPem(certificate);
            return signer.Signed(signed);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string? Text(SimulatedHost host, string path) =>
        host.Store.Find(path) is { IsDirectory: false } file
            ? Encoding.UTF8.GetString(file.Content.Span)
            : null;
}
