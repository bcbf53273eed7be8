namespace Mullion.Docker.Tests.Swarm;

public sealed class SwarmApiTests
{
    private const string Swarm = """
        {"ID":"c1","Version":{"Index":12},"Spec":{"Name":"default","Raft":{"SnapshotInterval":10000},"Labels":{}},
         "TLSInfo":{"TrustRoot":"-----BEGIN CERTIFICATE-----\n"},"DataPathPort":4789,"DefaultAddrPool":["10.0.0.0/8"],"SubnetSize":24,
         "JoinTokens":{"Worker":"SWMTKN-1-worker","Manager":"SWMTKN-1-manager"}}
        """;

    [Fact]
    public async Task Tokens_are_read_and_never_printed()
    {
        using var client = new FakeEngine().Answer("GET /v1.41/swarm", Swarm).Client();

        var swarm = await client.Swarm.InspectAsync(TestContext.Current.CancellationToken);

        swarm.JoinTokens.Worker.ShouldBe("SWMTKN-1-worker");
        swarm.ToString().ShouldNotContain("SWMTKN");
        swarm.DataPathPort.ShouldBe(4789U);
    }

    [Fact]
    public async Task Rotating_the_token_sends_the_settings_back_as_they_are()
    {
        var engine = new FakeEngine()
            .Answer("GET /v1.41/swarm", Swarm)
            .Answer("POST /v1.41/swarm/update?version=12&rotateWorkerToken=true", "");
        using var client = engine.Client();

        await client.Swarm.RotateWorkerTokenAsync(TestContext.Current.CancellationToken);

        engine
            .Bodies[^1]
            .ShouldBe("{\"Name\":\"default\",\"Raft\":{\"SnapshotInterval\":10000},\"Labels\":{}}");
    }

    [Fact]
    public async Task The_state_of_a_member_is_read_from_info()
    {
        var engine = new FakeEngine().Answer(
            "GET /v1.41/info",
            """
            {"OSType":"windows","NCPU":4,"MemTotal":8589934592,"Labels":null,"Warnings":null,
             "Swarm":{"NodeID":"n1","LocalNodeState":"error","Error":"node is down","RemoteManagers":[{"NodeID":"m","Addr":"10.0.0.5:2377"}]}}
            """
        );
        using var client = engine.Client();

        var info = await client.Engine.InfoAsync(TestContext.Current.CancellationToken);

        info.Swarm.IsMember.ShouldBeTrue();
        info.Swarm.Error.ShouldBe("node is down");
        info.Swarm.RemoteManagers.ShouldHaveSingleItem().Addr.ShouldBe("10.0.0.5:2377");
        info.Labels.ShouldBeEmpty();
        info.Processors.ShouldBe(4);
    }
}
