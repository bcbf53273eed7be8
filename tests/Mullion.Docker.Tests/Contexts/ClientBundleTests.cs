using Mullion.Core;
using Mullion.Docker.Contexts;

namespace Mullion.Docker.Tests.Contexts;

public sealed class ClientBundleTests : IDisposable
{
    private readonly DockerHome home = new();

    private string Bundle => Path.Combine(home.Folder, "bundle");

    private string Env => Path.Combine(Bundle, "env.sh");

    [Theory]
    [InlineData("export DOCKER_HOST=tcp://ucp.example:443")]
    [InlineData("export DOCKER_HOST=\"tcp://ucp.example:443\"\r")]
    [InlineData("  DOCKER_HOST='tcp://ucp.example:443' # the controller")]
    [InlineData("export DOCKER_HOST=tcp://old:443\nexport DOCKER_HOST=tcp://ucp.example:443;")]
    public void The_engine_is_the_one_of_env_sh(string line)
    {
        home.Pem(Bundle, "ca", "cert", "key")
            .Write(
                Env,
                $"export DOCKER_TLS_VERIFY=1\nexport DOCKER_CERT_PATH=\"$(pwd)\"\n{line}\n# export DOCKER_HOST=tcp://x:1\n"
            );

        var endpoint = ClientBundle.Read(Bundle);

        endpoint.ToString().ShouldBe("tcp://ucp.example:443");
        endpoint.Tls!.Ca.ShouldBe(Path.Combine(Bundle, "ca.pem"));
        endpoint.Tls.Cert.ShouldBe(Path.Combine(Bundle, "cert.pem"));
        endpoint.Tls.Key.ShouldBe(Path.Combine(Bundle, "key.pem"));
    }

    [Fact]
    public void Without_its_files_it_is_no_bundle()
    {
        Fails().ShouldContain(Bundle);

        home.Write(Env, "export DOCKER_TLS_VERIFY=1\n");
        Fails().ShouldBe($"{Env} does not set DOCKER_HOST.");

        home.Write(Env, "export DOCKER_HOST=tcp://ucp:443\n").Pem(Bundle, "ca", "cert");
        Fails().ShouldContain(Path.Combine(Bundle, "key.pem"));
    }

    public void Dispose() => home.Dispose();

    private string Fails() =>
        Should.Throw<MullionException>(() => ClientBundle.Read(Bundle)).Message;
}
