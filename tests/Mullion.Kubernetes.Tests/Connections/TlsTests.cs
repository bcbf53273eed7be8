using System.Security.Cryptography;
using Mullion.Core;
using Mullion.Kubernetes.Configuration;

namespace Mullion.Kubernetes.Tests.Connections;

/// <summary>Real TLS on loopback: who is trusted, by which name, and who shows himself.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority _ca = TestAuthority.Create();
    private readonly TestAuthority _other = TestAuthority.Create("CN=somebody else");

    public void Dispose()
    {
        _ca.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task A_server_of_the_given_ca_is_trusted()
    {
        using var server = new TlsServer(_ca.Server());

        await AskAsync(server, c => c);

        server.Clients.ShouldBe([null]);
        server.Heads[0].ShouldStartWith("GET /version HTTP/1.1");
        server.Heads[0].ShouldContain("User-Agent: mullion/");
    }

    [Fact]
    public async Task A_server_of_another_ca_is_refused_and_asked_nothing()
    {
        using var server = new TlsServer(_other.Server());

        var error = await RefusedAsync(server, c => c);

        error.Reason.ShouldContain("not signed by the cluster's CA but issued by CN=somebody else");
        error.Fix!.ShouldContain("this very cluster");
        server.Heads.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_ca_only_what_this_machine_trusts_is_trusted()
    {
        using var server = new TlsServer(_ca.Server());

        var error = await RefusedAsync(server, c => c with { CertificateAuthority = null });

        error.Reason.ShouldContain("which this machine does not trust");
        error.Fix!.ShouldContain("certificate-authority-data");
    }

    [Fact]
    public async Task A_ca_that_another_signed_is_trusted_by_itself_as_kubectl_does()
    {
        using var below = _other.Below("CN=cluster ca");
        using var server = new TlsServer(below.Server());

        await AskAsync(server, c => c with { CertificateAuthority = below.Pem });
    }

    [Fact]
    public async Task A_ca_beside_the_one_that_is_trusted_is_not()
    {
        using var below = _other.Below("CN=cluster ca");
        using var beside = _other.Below("CN=cluster ca");
        using var server = new TlsServer(beside.Server());

        await RefusedAsync(server, c => c with { CertificateAuthority = below.Pem });
    }

    [Fact]
    public async Task One_of_several_cas_is_enough()
    {
        using var server = new TlsServer(_ca.Server());

        await AskAsync(server, c => c with { CertificateAuthority = _other.Pem + "\n" + _ca.Pem });
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused_and_its_names_are_told()
    {
        using var server = new TlsServer(_ca.Server(isForLoopback: false));

        var error = await RefusedAsync(server, c => c);

        error.Reason.ShouldContain("is not for 127.0.0.1 but for api.example");
        error.Fix!.ShouldContain("tls-server-name");
    }

    [Fact]
    public async Task A_tls_server_name_is_checked_in_place_of_the_host_and_sent()
    {
        using var server = new TlsServer(_ca.Server(isForLoopback: false));

        await AskAsync(server, c => c with { TlsServerName = "api.example" });

        server.Names.ShouldBe(["api.example"]);
    }

    [Fact]
    public async Task A_tls_server_name_that_does_not_fit_is_refused()
    {
        using var server = new TlsServer(_ca.Server());

        var error = await RefusedAsync(server, c => c with { TlsServerName = "other.example" });

        error.Reason.ShouldContain("is not for other.example");
    }

    [Fact]
    public async Task An_expired_certificate_is_told_with_its_end_and_this_machines_time()
    {
        using var server = new TlsServer(
            _ca.Server(from: TestAuthority.Now.AddHours(-30), to: TestAuthority.Now.AddHours(-1))
        );

        var error = await RefusedAsync(server, c => c);

        error.Reason.ShouldContain("CN=kube-apiserver expired at");
        error.Reason.ShouldContain("on this machine");
        error.Fix!.ShouldContain("kubeadm certs renew");
    }

    [Fact]
    public async Task A_certificate_that_is_not_valid_yet_points_to_the_clocks()
    {
        using var server = new TlsServer(
            _ca.Server(from: TestAuthority.Now.AddHours(1), to: TestAuthority.Now.AddHours(30))
        );

        var error = await RefusedAsync(server, c => c);

        error.Reason.ShouldContain("is not valid before");
        error.Fix!.ShouldContain("clocks");
    }

    [Fact]
    public async Task Any_certificate_is_taken_where_the_kubeconfig_says_so_and_that_can_be_seen()
    {
        using var server = new TlsServer(_other.Server(isForLoopback: false));
        var configuration = new KubernetesConfiguration
        {
            Server = server.Address,
            SkipTlsVerify = true,
        };
        using var client = new KubernetesClient(configuration);

        await client.VersionAsync();

        client.Configuration.IsServerVerified.ShouldBeFalse();
        (configuration with { SkipTlsVerify = false }).IsServerVerified.ShouldBeTrue();
        (
            configuration with
            {
                Server = new Uri("http://127.0.0.1:8001"),
                SkipTlsVerify = false,
            }
        ).IsServerVerified.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ECDSA PKCS#8")]
    [InlineData("ECDSA SEC 1")]
    [InlineData("RSA PKCS#8")]
    [InlineData("RSA PKCS#1")]
    public async Task A_client_certificate_is_shown_whatever_form_its_key_has(string form)
    {
        using AsymmetricAlgorithm key = form.StartsWith("RSA", StringComparison.Ordinal)
            ? RSA.Create(2048)
            : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (certificate, pkcs8) = _ca.Client("CN=admin", key);
        var pem = form switch
        {
            "ECDSA SEC 1" => ((ECDsa)key).ExportECPrivateKeyPem(),
            "RSA PKCS#1" => ((RSA)key).ExportRSAPrivateKeyPem(),
            _ => pkcs8,
        };
        using var server = new TlsServer(_ca.Server());

        await AskAsync(server, c => c with { User = User(certificate, pem) });

        server.Clients.ShouldBe(["CN=admin"]);
    }

    [Fact]
    public async Task A_key_of_another_certificate_is_refused_without_a_word_of_it()
    {
        var (certificate, _) = _ca.Client("CN=admin");
        var (_, key) = _ca.Client("CN=other");
        using var server = new TlsServer(_ca.Server());
        using var client = new KubernetesClient(
            Configuration(server) with
            {
                User = User(certificate, key),
            }
        );

        var error = await Should.ThrowAsync<MullionException>(() => client.VersionAsync());

        error.Message.ShouldStartWith("The client certificate of the user admin cannot be used");
        error.ToString().ShouldNotContain(key.Split('\n')[1]);
    }

    private static KubernetesUser User(string certificate, string key) =>
        new()
        {
            Name = "admin",
            ClientCertificate = PemSource.OfText(certificate, "test"),
            ClientKey = PemSource.OfText(key, "test"),
        };

    private KubernetesConfiguration Configuration(TlsServer server) =>
        new() { Server = server.Address, CertificateAuthority = _ca.Pem };

    private async Task AskAsync(
        TlsServer server,
        Func<KubernetesConfiguration, KubernetesConfiguration> change
    )
    {
        using var client = new KubernetesClient(change(Configuration(server)));
        (await client.VersionAsync(TestContext.Current.CancellationToken)).GitVersion.ShouldBe(
            "v1.34.9"
        );
    }

    private async Task<KubernetesConnectionException> RefusedAsync(
        TlsServer server,
        Func<KubernetesConfiguration, KubernetesConfiguration> change
    )
    {
        using var client = new KubernetesClient(change(Configuration(server)));
        return await Should.ThrowAsync<KubernetesConnectionException>(() => client.VersionAsync());
    }
}
