using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>The join token is in no journal, event, log, output, file or process list: not while it is used and not afterwards.</summary>
public sealed class CanaryTests
{
    [Fact]
    public async Task The_join_token_is_nowhere_while_a_bare_host_joins_and_afterwards()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        program.Describe(swarm.Endpoint.ToString(), ["win-1"], engine: "28.2.2");
        var token = await swarm.WorkerTokenAsync();
        var canary = new Canary(token[(token.LastIndexOf('-') + 1)..]);
        var watch = new CanaryWatch(program, canary);
        (await program.RunAsync("plan", "--save", "friday.plan", "--verbose")).Ended(0);

        var apply = await watch.DuringAsync(
            program.Start("apply", "friday.plan", "--yes", "--reboot", "allow", "--verbose")
        );

        apply.Ended(0);
        (await program.RunAsync("node", "journal", "win-1", "-o", "json")).Ended(0);
        (await program.RunAsync("node", "show", "win-1", "-o", "json")).Ended(0);
        (await program.RunAsync("lab", "ls", "-o", "json")).Ended(0);
        (await program.RunAsync("apply", "--yes", "-o", "json")).Ended(0);
        watch.Found.ShouldBeEmpty();
        canary.FilesIn(program.Folder).ShouldBeEmpty();
        program
            .Runs.Where(r => canary.IsIn(r.Out) || canary.IsIn(r.Error))
            .Select(r => r.Words)
            .ShouldBeEmpty();

        // What is looked for can be found: in the host's saved journal, in an output, in a process.
        watch.Commands.ShouldContain(c => c.Contains("friday.plan"));
        watch.Commands.ShouldContain(c => c.EndsWith("lab serve"));
        watch.Looks.ShouldBeGreaterThan(50);
        var label = new Canary(MullionProgram.RackOf("win-1"));
        label.FilesIn(program.LabPath).ShouldHaveSingleItem();
        program.Runs.ShouldContain(r => label.IsIn(r.Out));
        var show = (await program.RunAsync("token", "show")).Ended(0);
        canary.IsIn(show.Out).ShouldBeTrue();
    }
}
