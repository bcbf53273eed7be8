using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.Commands;

public sealed class TokenRotateTests : IDisposable
{
    private readonly SimulatedRig _rig = new(20348);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task The_token_is_another_one_and_neither_is_shown()
    {
        var old = _rig.Swarm.WorkerToken;

        (await _rig.Lab.RunAsync("token", "rotate", "--yes", "-o", "json")).ShouldBe(
            0,
            _rig.Lab.Screen
        );

        _rig.Swarm.WorkerToken.ShouldNotBe(old);
        _rig.Lab.Screen.ShouldNotContain("SWMTKN");
        _rig.Lab.Json().GetProperty("result").GetString().ShouldBe("rotated");
        _rig.Lab.Json().GetProperty("role").GetString().ShouldBe("worker");
    }

    [Fact]
    public async Task A_node_that_joined_stays_and_the_next_one_joins_with_the_new_token()
    {
        (await _rig.Lab.RunAsync("apply", "--yes", "--reboot", "allow")).ShouldBe(0);

        (await _rig.Lab.RunAsync("token", "rotate", "--yes")).ShouldBe(0, _rig.Lab.Screen);

        (await _rig.Lab.RunAsync("plan")).ShouldBe(0);
        _rig.Lab.Out.ShouldContain("0 to create, 0 to update");
    }

    [Fact]
    public async Task Without_agreement_nothing_is_changed()
    {
        var old = _rig.Swarm.WorkerToken;

        (await _rig.Lab.RunAsync("token", "rotate")).ShouldBe(2);

        _rig.Swarm.WorkerToken.ShouldBe(old);
    }

    [Fact]
    public async Task Only_workers_and_managers_have_tokens() =>
        (await _rig.Lab.RunAsync("token", "rotate", "--role", "drone")).ShouldBe(2);
}
