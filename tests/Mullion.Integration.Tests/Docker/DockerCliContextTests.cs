using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mullion.Core;
using Mullion.Docker.Connections;
using Mullion.Integration.Tests.CommandLine;
using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.Docker;

/// <summary>The contexts that the real docker command line makes are those that Mullion reads.</summary>
public sealed class DockerCliContextTests : IDisposable
{
    private readonly string home;
    private readonly DockerCli docker;

    public DockerCliContextTests()
    {
        DockerCli.Demand();
        home = Directory.CreateTempSubdirectory("mullion-docker-").FullName;
        docker = new DockerCli(home);
    }

    [Fact]
    public async Task What_docker_context_create_wrote_is_read()
    {
        var (cert, key) = WriteCertificate();
        await docker.RunAsync([
            "context",
            "create",
            "shop",
            "--docker",
            $"host=tcp://m:2376,ca={cert},cert={cert},key={key}",
        ]);
        await docker.RunAsync("context", "create", "plain", "--docker", "host=tcp://m:2375");

        var shop = docker.Contexts.Named("shop");

        shop.ToString()
            .ShouldBe(
                await docker.RunAsync(
                    "context",
                    "inspect",
                    "shop",
                    "--format",
                    "{{.Endpoints.docker.Host}}"
                )
            );
        File.ReadAllText(shop.Tls!.Ca!).ShouldBe(File.ReadAllText(cert));
        File.ReadAllText(shop.Tls.Cert!).ShouldBe(File.ReadAllText(cert));
        File.ReadAllText(shop.Tls.Key!).ShouldBe(File.ReadAllText(key));
        docker.Contexts.Named("plain").Tls.ShouldBeNull();
    }

    [Fact]
    public async Task What_docker_context_use_chose_is_the_current_one()
    {
        docker.Contexts.Current().ShouldBe(DockerEndpoint.Local);
        await docker.RunAsync("context", "create", "abc", "--docker", "host=unix:///abc.sock");
        await docker.RunAsync("context", "create", "ab", "--docker", "host=unix:///ab.sock");

        await docker.RunAsync("context", "use", "ab");
        docker.Contexts.Current().Path.ShouldBe("/ab.sock");
        await docker.RunAsync("context", "use", "default");
        docker.Contexts.Current().ShouldBe(DockerEndpoint.Local);
    }

    [Fact]
    public async Task What_cannot_be_used_is_said_so()
    {
        await docker.RunAsync("context", "create", "far", "--docker", "host=ssh://ann@manager");
        await docker.RunAsync([
            "context",
            "create",
            "lax",
            "--docker",
            "host=tcp://m:2376,skip-tls-verify=true",
        ]);

        Fails("far").ShouldContain("ssh://, which Mullion does not");
        Fails("lax").ShouldContain("skip-tls-verify");
        Fails("gone").ShouldEndWith("there are: default, far, lax.");
    }

    [Fact]
    public async Task A_manager_is_reached_by_its_context()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        var cli = new DockerCli(Path.Combine(program.Folder, "home"));
        await cli.RunAsync("context", "create", "shop", "--docker", $"host={swarm.Endpoint}");

        program.Describe("context:shop", ["win-1"]);
        (await program.RunAsync("node", "ls")).Ended(0);
        await cli.RunAsync("context", "use", "shop");
        program.Describe("context:current", ["win-1"]);
        (await program.RunAsync("node", "ls")).Ended(0);
    }

    public void Dispose() => Directory.Delete(home, recursive: true);

    private string Fails(string context) =>
        Should.Throw<MullionException>(() => docker.Contexts.Named(context)).Message;

    private (string Cert, string Key) WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest(
            "CN=test",
            key,
            HashAlgorithmName.SHA256
        ).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var files = (Path.Combine(home, "c.pem"), Path.Combine(home, "k.pem"));
        File.WriteAllText(files.Item1, certificate.ExportCertificatePem());
        File.WriteAllText(files.Item2, key.ExportECPrivateKeyPem());
        return files;
    }
}
