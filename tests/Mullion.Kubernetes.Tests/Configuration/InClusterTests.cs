using Mullion.Core;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Tests.Connections;

namespace Mullion.Kubernetes.Tests.Configuration;

public sealed class InClusterTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestAuthority _ca = TestAuthority.Create();

    public void Dispose()
    {
        _folder.Dispose();
        _ca.Dispose();
    }

    [Theory]
    [InlineData("10.96.0.1", "https://10.96.0.1/")]
    [InlineData("fd00::1", "https://[fd00::1]/")]
    public void A_pod_finds_its_cluster(string host, string address)
    {
        Fill();

        var read = InCluster.Configure(Variables(host, "443"), _folder.Path);

        read.Server.AbsoluteUri.ShouldBe(address);
        read.Namespace.ShouldBe("apps");
        read.CertificateAuthority.ShouldBe(_ca.Pem);
        read.User.TokenFile.ShouldBe(Path.Combine(_folder.Path, "token"));
        InCluster.IsAvailable(Variables(host, "443"), _folder.Path).ShouldBeTrue();
    }

    [Fact]
    public void Elsewhere_than_in_a_pod_it_says_so()
    {
        Fill();

        var error = Should.Throw<MullionException>(() =>
            InCluster.Configure(_ => null, _folder.Path)
        );

        error.Message.ShouldContain("does not run in a pod");
        InCluster.IsAvailable(_ => null, _folder.Path).ShouldBeFalse();
    }

    [Fact]
    public void A_pod_without_a_service_account_is_told()
    {
        var error = Should.Throw<MullionException>(() =>
            InCluster.Configure(Variables("h", "1"), _folder.Path)
        );

        error.Message.ShouldContain("The pod's service account cannot be read");
        InCluster.IsAvailable(Variables("h", "1"), _folder.Path).ShouldBeFalse();
    }

    private void Fill()
    {
        _folder.Write("token", "canary");
        _folder.Write("namespace", "apps\n");
        _folder.Write("ca.crt", _ca.Pem);
    }

    private static Func<string, string?> Variables(string host, string port) =>
        name =>
            name switch
            {
                "KUBERNETES_SERVICE_HOST" => host,
                "KUBERNETES_SERVICE_PORT" => port,
                _ => null,
            };
}
