using System.Net.Http.Headers;
using System.Text;
using Mullion.Core;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Connections;

namespace Mullion.Kubernetes.Credentials;

/// <summary>The credentials of the moment: kept as long as they are good, read or made again when not.</summary>
internal sealed class CredentialSource(
    KubernetesConfiguration configuration,
    KubernetesClientOptions options
) : IDisposable
{
    /// <summary>How long a token file's content is used; Kubernetes renews it long before it ends (client-go: 1 min).</summary>
    private static readonly TimeSpan TokenFileAge = TimeSpan.FromMinutes(1);

    private readonly KubernetesUser _user = configuration.User;
    private readonly SemaphoreSlim _once = new(1, 1);
    private volatile KeptCredential? _kept;
    private Credential? _forgotten;

    public async ValueTask<Credential> GetAsync(CancellationToken cancellation)
    {
        if (Good() is { } good)
        {
            return good;
        }

        await _once.WaitAsync(cancellation);
        try
        {
            if (Good() is { } made)
            {
                return made;
            }

            _kept = await MakeAsync(cancellation);
            return _kept.Credential;
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Takes note that the server refused credentials; false when there can be no others.</summary>
    public bool Forget(Credential refused)
    {
        _forgotten = refused;
        return _user.TokenFile is not null
            || _user.ClientCertificate?.File is not null
            || _user.Exec is not null && _user.Token is null;
    }

    public void Dispose() => _once.Dispose();

    private Credential? Good() =>
        _kept is { } kept
        && !ReferenceEquals(kept.Credential, _forgotten)
        && (kept.Until is null || options.Time.GetUtcNow() < kept.Until)
            ? kept.Credential
            : null;

    private async Task<KeptCredential> MakeAsync(CancellationToken cancellation)
    {
        var certificate = Certificate();
        if (_user.TokenFile is { } file)
        {
            var token = ConfigurationFile.Read(file, $"The token of {_user.Name}").Trim();
            return token.Length > 0
                ? new(Bearer(token, certificate), options.Time.GetUtcNow() + TokenFileAge)
                : throw new MullionException(
                    $"The token file of {_user.Name} is empty: {file}.",
                    "Put a bearer token there."
                );
        }

        if (_user.Token is { } given)
        {
            return new(Bearer(given, certificate), null);
        }

        if (_user.Username is { } name)
        {
            var login = $"{name}:{_user.Password}";
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(login));
            return new(
                new Credential(
                    new AuthenticationHeaderValue("Basic", encoded),
                    certificate,
                    [encoded, _user.Password ?? ""]
                ),
                null
            );
        }

        if (_user.Exec is { } plugin)
        {
            var answer = await new ExecPluginRun(plugin, configuration, options).RunAsync(
                cancellation
            );
            var own = answer.Certificate(plugin) ?? certificate;
            return new(
                answer.Token is { } made ? Bearer(made, own) : new Credential(null, own, []),
                answer.ExpirationTimestamp
            );
        }

        return new(new Credential(null, certificate, []), null);
    }

    /// <summary>A new object each time: connections of an old one are left.</summary>
    private ClientCertificate? Certificate() =>
        _user is { ClientCertificate: { } certificate, ClientKey: { } key }
            ? ClientCertificate.Load(certificate.Read(), key.Read(), $"the user {_user.Name}")
            : null;

    private static Credential Bearer(string token, ClientCertificate? certificate) =>
        token.Any(c => c is <= ' ' or > '~')
            ? throw new MullionException(
                "The bearer token has characters that no header may hold.",
                "Give the token alone, in one line."
            )
            : new Credential(new AuthenticationHeaderValue("Bearer", token), certificate, [token]);
}
