using Mullion.Core;
using Mullion.Docker;
using Mullion.Swarm.Orchestration;
using Mullion.Swarm.Tests.Fakes;
using Mullion.Testing;

namespace Mullion.Swarm.Tests.Orchestration;

/// <summary>Of several managers any may be down, at the start and between two calls.</summary>
public sealed class SwarmManagersTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly ManagerDouble a;
    private readonly ManagerDouble b;
    private readonly ManagerDouble c;
    private readonly SwarmOrchestrator swarm;

    public SwarmManagersTests()
    {
        a = new ManagerDouble("a", clock);
        b = new ManagerDouble("b", clock);
        c = new ManagerDouble("c", clock);
        swarm = new SwarmOrchestrator([a.Client(), b.Client(), c.Client()], clock);
    }

    [Fact]
    public async Task The_first_that_answers_is_asked_and_stays()
    {
        a.Down = true;
        (await SeenByAsync()).ShouldBe("b");

        a.Down = false;
        (await SeenByAsync()).ShouldBe("b");

        c.Asked.ShouldBeEmpty();
        b.Asked.ShouldBe(["/_ping", "/info", "/nodes", "/nodes"]);
    }

    [Fact]
    public async Task One_that_goes_away_between_two_calls_is_replaced_in_order()
    {
        (await SeenByAsync()).ShouldBe("a");
        a.Down = true;
        (await SeenByAsync()).ShouldBe("b");
        (b.Down, a.Down) = (true, false);
        (await SeenByAsync()).ShouldBe("c");
        c.Down = true;
        (await SeenByAsync()).ShouldBe("a");
    }

    [Fact]
    public async Task One_that_is_demoted_between_two_calls_is_replaced()
    {
        (await SeenByAsync()).ShouldBe("a");
        a.Cluster = null;
        (await SeenByAsync()).ShouldBe("b");
    }

    [Fact]
    public async Task One_that_takes_the_call_and_never_answers_is_waited_for_shortly()
    {
        (await SeenByAsync()).ShouldBe("a");
        a.Hangs = true;
        var asked = new TaskCompletionSource();
        a.OnAsked = _ => asked.TrySetResult();

        var answer = SeenByAsync();
        await asked.Task;
        answer.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(10));

        (await answer).ShouldBe("b");
    }

    [Fact]
    public async Task A_manager_of_another_swarm_is_never_asked_for_its_nodes()
    {
        b.Cluster = "swarm-2";
        (await SeenByAsync()).ShouldBe("a");
        a.Down = true;
        (await SeenByAsync()).ShouldBe("c");
        c.Down = true;

        var error = await Should.ThrowAsync<MullionException>(SeenByAsync);

        error.Message.ShouldContain(
            "tcp://b:2375: it is a manager of another swarm (swarm-2, not swarm-1)"
        );
        b.Asked.ShouldNotContain("/nodes");
    }

    [Fact]
    public async Task When_none_answers_each_is_named_with_its_reason_in_order()
    {
        (await SeenByAsync()).ShouldBe("a");
        a.Cluster = null;
        (await SeenByAsync()).ShouldBe("b");
        b.Down = true;
        c.Cluster = null;

        var error = await Should.ThrowAsync<MullionException>(SeenByAsync);

        error.Message.ShouldBe(
            "No manager of the swarm answers: "
                + "tcp://a:2375: it is a worker of a swarm (active), not a manager; "
                + "tcp://b:2375: connection refused; "
                + "tcp://c:2375: it is a worker of a swarm (active), not a manager."
        );
        error.Fix.ShouldNotBeNull().ShouldContain("orchestrator.swarm.manager");
    }

    [Fact]
    public async Task While_the_others_elect_a_leader_they_are_asked_again()
    {
        (await SeenByAsync()).ShouldBe("a");
        (a.Down, b.Leaderless, c.Leaderless) = (true, true, true);
        var turns = 0;
        c.OnAsked = _ =>
        {
            if (++turns == 3)
            {
                b.Leaderless = false;
            }
        };

        var answer = SeenByAsync();
        await clock.PassAsync(TimeSpan.FromSeconds(1));
        await clock.PassAsync(TimeSpan.FromSeconds(1));

        (await answer).ShouldBe("b");
    }

    [Fact]
    public async Task Managers_that_elect_nobody_are_given_up()
    {
        (a.Down, b.Leaderless, c.Leaderless) = (true, true, true);

        var answer = SeenByAsync();
        for (var second = 0; second < 30; second++)
        {
            await clock.PassAsync(TimeSpan.FromSeconds(1));
        }

        var error = await Should.ThrowAsync<MullionException>(() => answer);
        error.Message.ShouldContain("tcp://a:2375: connection refused");
        error.Message.ShouldContain("tcp://b:2375: it cannot tell its swarm (The swarm does not");
    }

    [Fact]
    public async Task What_a_manager_refuses_is_not_asked_of_the_next()
    {
        await Should.ThrowAsync<DockerApiException>(() =>
            swarm.UpdateNodeAsync(
                "gone",
                new Dictionary<string, string?>(),
                "drain",
                CancellationToken.None
            )
        );

        b.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_manager_alone_is_simply_asked()
    {
        using var alone = new SwarmOrchestrator(a.Client(), clock);
        a.Down = true;

        var error = await Should.ThrowAsync<DockerConnectionException>(() =>
            alone.NodesAsync(CancellationToken.None)
        );

        error.Message.ShouldBe(
            "The docker engine at tcp://a:2375 cannot be reached: connection refused."
        );
    }

    public void Dispose() => swarm.Dispose();

    private async Task<string> SeenByAsync() =>
        (await swarm.NodesAsync(CancellationToken.None))
            .ShouldHaveSingleItem()
            .Id.Replace("seen-by-", "", StringComparison.Ordinal);
}
