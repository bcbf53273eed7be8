using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.Commands.Nodes;

public class NodeJoinCommandTests
{
    [Fact]
    public async Task Is_one_line_with_a_placeholder_and_asks_no_host()
    {
        using var lab = new CliLab();
        lab["win-1"].Lost = true;

        (await lab.RunAsync("node", "join-command", "win-1")).ShouldBe(0);

        lab.Out.ShouldBe(
            "docker swarm join --token JOIN_TOKEN --listen-addr 0.0.0.0:2377 --availability active 10.0.0.5:2377\n"
        );
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public async Task Shows_the_token_on_purpose_and_on_stdout_alone(string format)
    {
        using var lab = new CliLab();

        (
            await lab.RunAsync("node", "join-command", "win-1", "--with-token", "-o", format)
        ).ShouldBe(0);

        lab.Out.ShouldContain($"docker swarm join --token {FakeSwarm.Token} ");
        lab.Error.ShouldContain("secret");
        lab.Error.ShouldNotContain("SWMTKN");
    }

    [Fact]
    public async Task Has_the_addresses_of_the_spec()
    {
        using var lab = new CliLab();
        var spec = await File.ReadAllTextAsync(lab.Spec, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            lab.Spec,
            spec.Replace(
                    "manager: unix:///var/run/docker.sock",
                    "manager: unix:///var/run/docker.sock\n    joinAddresses: [10.0.0.7:2377, 10.0.0.8:2377]",
                    StringComparison.Ordinal
                )
                .Replace(
                    "labels: { rack: a }",
                    "listenAddress: 10.0.0.21:2377\n    advertiseAddress: 10.0.0.21\n    dataPathAddress: 10.0.1.21\n    availability: drain",
                    StringComparison.Ordinal
                ),
            TestContext.Current.CancellationToken
        );

        (await lab.RunAsync("node", "join-command", "win-1")).ShouldBe(0);

        lab.Out.ShouldBe(
            "docker swarm join --token JOIN_TOKEN --listen-addr 10.0.0.21:2377 --advertise-addr 10.0.0.21 --data-path-addr 10.0.1.21 --availability drain 10.0.0.7:2377\n"
        );
        lab.Error.ShouldContain("10.0.0.8:2377");
    }
}
