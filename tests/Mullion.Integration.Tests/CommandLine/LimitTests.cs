using Mullion.Integration.Tests.Docker;
using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>What Windows cannot do, found in a real swarm that the real docker command line made.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Networks_and_services_that_windows_cannot_run_are_named_in_plan_and_show()
    {
        DockerCli.Demand();
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await program.HostWithEngineAsync("shop-1");
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"]);
        await MakeAsync(swarm, program);

        var plan = (await program.RunAsync("plan", "-o", "json")).Ended(0).OnlyNode();
        var show = (await program.RunAsync("node", "show", "shop-1")).Ended(0).Out;

        var found = plan.GetProperty("findings")
            .EnumerateArray()
            .Select(f => $"{f.GetProperty("id")} {f.GetProperty("message")}")
            .ToList();
        found.ShouldContain(f =>
            f.StartsWith("overlay-encrypted The network vault is encrypted")
            && f.EndsWith("On it are app.")
        );
        found.ShouldContain(f =>
            f.StartsWith("vni-below-4096 The network low has") && f.Contains("300")
        );
        found.ShouldContain(f =>
            f.StartsWith("unix-socket The service app") && f.Contains("/var/run/docker.sock")
        );
        found.ShouldContain(f =>
            f.StartsWith("secret-ownership The service app") && f.Contains("pw")
        );
        found.ShouldContain(f =>
            f.StartsWith("secrets-on-disk Secrets of app, plain lie in clear")
        );
        found.ShouldContain(f => f.StartsWith("manager-alpn "));
        found.ShouldNotContain(f => f.Contains("linux-only"));
        found.ShouldNotContain(f => f.StartsWith("routing-mesh-2016"), "the host is Server 2022");
        show.ShouldContain("overlay-encrypted");
        show.ShouldContain("unix-socket");
    }

    private static async Task MakeAsync(RealSwarm swarm, MullionProgram program)
    {
        var docker = new DockerCli(Path.Combine(program.Folder, "home"));
        Task<string> Run(params string[] words) =>
            docker.RunAsync(["-H", swarm.Endpoint.ToString(), .. words]);

        var file = Path.Combine(program.Folder, "pw");
        await File.WriteAllTextAsync(file, "x");
        await Run("secret", "create", "pw", file);
        await Run("network", "create", "-d", "overlay", "--opt", "encrypted", "vault");
        await Run(
            "network",
            "create",
            "-d",
            "overlay",
            "--opt",
            "com.docker.network.driver.overlay.vxlanid_list=300",
            "low"
        );
        const string Socket = "type=bind,source=/var/run/docker.sock,target=/var/run/docker.sock";
        string[] create =
        [
            "service",
            "create",
            "--detach",
            "--no-resolve-image",
            "--replicas",
            "0",
        ];
        await Run([
            .. create,
            "--name",
            "app",
            "--network",
            "vault",
            "--mount",
            Socket,
            "--secret",
            "source=pw,target=pw,uid=1000",
            "--publish",
            "8080:80",
            "corp.example/app:1",
        ]);
        await Run([.. create, "--name", "plain", "--secret", "pw", "corp.example/plain:1"]);
        await Run([
            .. create,
            "--name",
            "linux-only",
            "--constraint",
            "node.platform.os==linux",
            "--mount",
            Socket,
            "--secret",
            "source=pw,target=pw,uid=1000",
            "corp.example/app:1",
        ]);
    }
}
