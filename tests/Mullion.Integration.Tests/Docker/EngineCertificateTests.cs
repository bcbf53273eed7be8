using Mullion.Docker;
using Mullion.Docker.Connections;
using Mullion.Integration.Tests.CommandLine;
using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.Docker;

/// <summary>Certificates of <c>mullion certs generate</c> guard a real <c>dockerd --tlsverify</c>.</summary>
public sealed class EngineCertificateTests
{
    [Theory]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    public async Task The_real_client_gets_in_with_its_certificate_and_not_without(string key)
    {
        RealSwarmRequirements.Demand("docker");
        await using var program = new MullionProgram();
        await using var network = await RigNetwork.CreateAsync();
        var certs = Path.Combine(program.Folder, "certs");
        (
            await program.RunAsync([
                "certs",
                "generate",
                "--write-to",
                certs,
                "--key",
                key,
                "--ip",
                network.ManagerAddress,
            ])
        ).Ended(0);
        (await program.RunAsync("certs", "generate", "--write-to", "other")).Ended(0);
        try
        {
            await using var daemon = await StartAsync(network, certs);
            var client = new Client(network.ManagerAddress, certs);

            (await client.VersionAsync("client-cert.pem", "client-key.pem")).ShouldNotBeEmpty();
            (await client.RefusedAsync(certs: null)).ShouldContain("certificate");
            (await client.RefusedAsync(Path.Combine(program.Folder, "other"))).ShouldContain(
                "certificate"
            );

            using var own = new DockerClient(
                DockerEndpoint.Parse(
                    $"tcp://{network.ManagerAddress}:2376",
                    new DockerTls(
                        Path.Combine(certs, "ca.pem"),
                        Path.Combine(certs, "client-cert.pem"),
                        Path.Combine(certs, "client-key.pem")
                    )
                )
            );
            (await own.Engine.PingAsync()).OsType.ShouldBe("linux");
        }
        finally
        {
            await RigFolder.RemoveAsync(network.Name);
        }
    }

    [Fact]
    public async Task A_renewed_certificate_needs_a_restart_of_the_engine_and_no_new_clients()
    {
        RealSwarmRequirements.Demand("docker");
        await using var program = new MullionProgram();
        await using var network = await RigNetwork.CreateAsync();
        var certs = Path.Combine(program.Folder, "certs");
        string[] generate =
        [
            "certs",
            "generate",
            "--write-to",
            certs,
            "--ip",
            network.ManagerAddress,
            "-o",
            "json",
        ];
        (await program.RunAsync(generate)).Ended(0);
        var client = new Client(network.ManagerAddress, certs);
        try
        {
            await using (await StartAsync(network, certs))
            {
                var renewed = (await program.RunAsync([.. generate, "--dns", "manager"])).Ended(0);

                renewed
                    .Json()
                    .GetProperty("certificates")
                    .EnumerateArray()
                    .Select(c => c.GetProperty("result").GetString())
                    .ShouldBe(["kept", "renewed", "kept"]);
                (await client.VersionAsync("client-cert.pem", "client-key.pem")).ShouldNotBeEmpty();
            }

            await using var again = await StartAsync(network, certs);
            (await client.VersionAsync("client-cert.pem", "client-key.pem")).ShouldNotBeEmpty();
        }
        finally
        {
            await RigFolder.RemoveAsync(network.Name);
        }
    }

    private static Task<DockerDaemon> StartAsync(RigNetwork network, string certs) =>
        DockerDaemon.StartAsync(
            RigFolder.Create(network.Name),
            network.NamespaceFile,
            "-H",
            $"tcp://{network.ManagerAddress}:2376",
            "--tlsverify",
            "--tlscacert",
            Path.Combine(certs, "ca.pem"),
            "--tlscert",
            Path.Combine(certs, "cert.pem"),
            "--tlskey",
            Path.Combine(certs, "key.pem")
        );

    /// <summary>docker's own client. It checks the engine's certificate each time.</summary>
    private sealed class Client(string address, string certs)
    {
        public async Task<string> VersionAsync(string certificate, string key) =>
            // The engine says that it listens once for each socket, and this may be the other.
            await Eventually.BecomesAsync(
                async () =>
                {
                    try
                    {
                        return await RunAsync(
                            "--tlscert",
                            Path.Combine(certs, certificate),
                            "--tlskey",
                            Path.Combine(certs, key)
                        );
                    }
                    catch (InvalidOperationException e) when (IsNotUp(e))
                    {
                        return "";
                    }
                },
                version => version.Length > 0,
                "an answer of the engine"
            );

        /// <summary>What it complains of without a certificate, or with one of another authority.</summary>
        public async Task<string> RefusedAsync(string? certs)
        {
            string[] own = certs is null
                ? []
                :
                [
                    "--tlscert",
                    Path.Combine(certs, "client-cert.pem"),
                    "--tlskey",
                    Path.Combine(certs, "client-key.pem"),
                ];
            return (await Should.ThrowAsync<InvalidOperationException>(RunAsync(own))).Message;
        }

        private static bool IsNotUp(InvalidOperationException e) =>
            e.Message.Contains("Cannot connect", StringComparison.Ordinal)
            || e.Message.Contains("connection refused", StringComparison.Ordinal);

        private Task<string> RunAsync(params string[] tls) =>
            Shell.RunAsync(
                "docker",
                [
                    "-H",
                    $"tcp://{address}:2376",
                    "--tlsverify",
                    "--tlscacert",
                    Path.Combine(certs, "ca.pem"),
                    .. tls,
                    "version",
                    "--format",
                    "{{.Server.Version}}",
                ]
            );
    }
}
