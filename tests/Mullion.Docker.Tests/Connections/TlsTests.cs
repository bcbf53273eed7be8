using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Mullion.Docker.Connections;

namespace Mullion.Docker.Tests.Connections;

public sealed class TlsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mullion-tls").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_given_ca_is_trusted_and_the_client_certificate_is_shown()
    {
        using var ca = SelfSigned("CN=our ca", authority: true);
        using var server = Issue(ca, "CN=engine");
        using var client = Issue(ca, "CN=client");
        var (port, seen) = Serve(server);
        var tls = Write(ca, client);

        using var docker = new DockerClient(DockerEndpoint.Parse($"tcp://127.0.0.1:{port}", tls));
        var ping = await docker.Engine.PingAsync(TestContext.Current.CancellationToken);

        ping.ApiVersion.ShouldBe("1.51");
        (await seen).ShouldBe("CN=client");
    }

    [Fact]
    public async Task Another_ca_is_refused_with_advice()
    {
        using var ca = SelfSigned("CN=our ca", authority: true);
        using var other = SelfSigned("CN=other ca", authority: true);
        using var server = Issue(other, "CN=engine");
        using var client = Issue(ca, "CN=client");
        var (port, _) = Serve(server);
        var tls = Write(ca, client);

        using var docker = new DockerClient(DockerEndpoint.Parse($"tcp://127.0.0.1:{port}", tls));
        var error = await Should.ThrowAsync<DockerConnectionException>(() =>
            docker.Engine.PingAsync()
        );

        error.Message.ShouldContain("TLS failed");
        error.Fix!.ShouldContain("tls ca");
    }

    [Fact]
    public async Task The_whole_chain_of_the_client_is_sent()
    {
        using var ca = SelfSigned("CN=our ca", authority: true);
        using var between = Issue(ca, "CN=between", authority: true);
        using var server = Issue(ca, "CN=engine");
        using var client = Issue(between, "CN=client");
        var (port, seen) = Serve(server, (shown, chain) => Reaches(ca, shown, chain));
        var tls = Write(ca, client, between);

        using var docker = new DockerClient(DockerEndpoint.Parse($"tcp://127.0.0.1:{port}", tls));
        await docker.Engine.PingAsync(TestContext.Current.CancellationToken);

        (await seen).ShouldBe("CN=client");
    }

    /// <summary>Whether a certificate leads to a root with no more than what came along.</summary>
    private static bool Reaches(X509Certificate2 root, X509Certificate? shown, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.ExtraStore.AddRange(sent!.ChainPolicy.ExtraStore);
        return chain.Build((X509Certificate2)shown!);
    }

    private DockerTls Write(
        X509Certificate2 ca,
        X509Certificate2 client,
        params X509Certificate2[] between
    )
    {
        string File(string name, string text)
        {
            var path = Path.Combine(folder, name);
            System.IO.File.WriteAllText(path, text);
            return path;
        }

        return new DockerTls(
            File("ca.pem", ca.ExportCertificatePem()),
            File(
                "cert.pem",
                string.Join('\n', between.Prepend(client).Select(c => c.ExportCertificatePem()))
            ),
            File("key.pem", client.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem())
        );
    }

    /// <summary>Answers one ping; the task tells whose certificate the client showed.</summary>
    private static (int Port, Task<string?> Seen) Serve(
        X509Certificate2 certificate,
        Func<X509Certificate?, X509Chain?, bool>? accepts = null
    )
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (((IPEndPoint)listener.LocalEndpoint).Port, ServeAsync());

        async Task<string?> ServeAsync()
        {
            using var owned = listener;
            using var connection = await listener.AcceptTcpClientAsync();
            await using var tls = new SslStream(connection.GetStream());
            await tls.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificate = certificate,
                    ClientCertificateRequired = true,
                    RemoteCertificateValidationCallback = (_, shown, chain, _) =>
                        accepts?.Invoke(shown, chain) ?? shown is not null,
                }
            );
            _ = await tls.ReadAsync(new byte[4096]);
            await tls.WriteAsync(
                Encoding.ASCII.GetBytes(
                    "HTTP/1.1 200 OK\r\nApi-Version: 1.51\r\nContent-Length: 2\r\n\r\nOK"
                )
            );
            return tls.RemoteCertificate?.Subject;
        }
    }

    private static X509Certificate2 SelfSigned(string name, bool authority) =>
        Request(name, authority)
            .CreateSelfSigned(
                DateTimeOffset.UtcNow.AddHours(-1),
                DateTimeOffset.UtcNow.AddHours(1)
            );

    private static X509Certificate2 Issue(X509Certificate2 ca, string name, bool authority = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        if (authority)
        {
            request.CertificateExtensions.Add(
                new X509BasicConstraintsExtension(true, false, 0, critical: true)
            );
        }

        using var bare = request.Create(
            ca,
            new DateTimeOffset(ca.NotBefore),
            new DateTimeOffset(ca.NotAfter),
            RandomNumberGenerator.GetBytes(8)
        );
        using var withKey = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(
            withKey.Export(X509ContentType.Pfx),
            null,
            X509KeyStorageFlags.Exportable
        );
    }

    private static CertificateRequest Request(string name, bool authority)
    {
        var request = new CertificateRequest(
            name,
            ECDsa.Create(ECCurve.NamedCurves.nistP256),
            HashAlgorithmName.SHA256
        );
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(authority, false, 0, critical: true)
        );
        return request;
    }
}
