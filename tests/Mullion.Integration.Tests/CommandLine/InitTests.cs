using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>A file to begin with, from a real swarm.</summary>
public sealed class InitTests
{
    [Fact]
    public async Task What_init_writes_from_a_real_manager_is_valid_and_names_its_windows_nodes()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await program.HostWithEngineAsync("shop-1");
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"], join: swarm.ManagerAddress);
        (await program.ApplyAsync()).Ended(0);

        var manager = swarm.Endpoint.ToString();
        (await program.RunAsync("init", "--manager", manager)).ExitCode.ShouldBe(3);
        (await program.RunAsync("init", "--manager", manager, "-f", "new.yaml")).Ended(0);

        (await program.RunAsync("validate", "-f", "new.yaml")).Ended(0);
        var written = await File.ReadAllTextAsync(Path.Combine(program.Folder, "new.yaml"));
        written.ShouldContain("\n  - name: \"shop-1\"\n");
        written.ShouldContain($"\"rack\": \"{MullionProgram.RackOf("shop-1")}\"");
        written.ShouldContain($"# joinAddresses: [\"{swarm.ManagerAddress}\"]");
        written.ShouldNotContain("SWMTKN");
    }
}
