using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Mullion.Docker.Connections;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Lab.SwarmManager.Wire;

namespace Mullion.Lab.SwarmManager.Servers;

/// <summary>Serves the managers' protocol: HTTP/2 over TLS, client certificates welcome and, when shown, verified.</summary>
internal static class WireEndpoint
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    public static Task<LocalServer> StartAsync(
        IPEndPoint address,
        SwarmModel model,
        TimeProvider clock,
        WireRouter router
    )
    {
        var certificate = ServerCertificate(model);
        var https = new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificate,
            ClientCertificateMode = ClientCertificateMode.AllowCertificate,
            ClientCertificateValidation = (shown, _, _) =>
                IsOurs(shown, model.RootPem, clock.GetUtcNow()),
            SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        };
        return LocalServer.StartAsync(
            options =>
            {
                // Clients that do TLS themselves say http:// above it; Go's server does not look.
                options.AllowAlternateSchemes = true;
                options.Listen(
                    address,
                    listener =>
                    {
                        listener.Protocols = HttpProtocols.Http2;
                        listener.UseHttps(https);
                    }
                );
            },
            router.HandleAsync
        );
    }

    /// <summary>One that cannot be verified ends the handshake, as with real managers.</summary>
    private static bool IsOurs(X509Certificate2 shown, string rootPem, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new(ClientAuthentication));
        chain.ChainPolicy.CustomTrustStore.ImportFromPem(rootPem);
        return chain.Build(shown);
    }

    private static X509Certificate2 ServerCertificate(SwarmModel model) =>
        TlsKey.Usable(
            model.Read(state =>
                state.Authority.IssueManager(model.ManagerNodeId, state.ClusterId, state.Now)
            )
        );
}
