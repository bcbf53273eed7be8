using Mullion.Core;

namespace Mullion.Docker.Tests.Connections;

public sealed class ApiVersionNegotiationTests
{
    [Theory]
    [InlineData("1.41", "/v1.41")]
    [InlineData("1.99", "/v1.56")]
    [InlineData(null, "/v1.24")]
    public async Task Calls_use_the_newest_version_that_both_know(string? offered, string prefix)
    {
        var engine = new FakeEngine { ApiVersion = offered }.Answer($"GET {prefix}/info", "{}");
        using var client = engine.Client();

        await client.Engine.InfoAsync(TestContext.Current.CancellationToken);
        await client.Engine.InfoAsync(TestContext.Current.CancellationToken);

        engine.Requests.ShouldBe(["GET /_ping", $"GET {prefix}/info", $"GET {prefix}/info"]);
    }

    [Fact]
    public async Task An_engine_older_than_swarm_is_refused()
    {
        using var client = new FakeEngine { ApiVersion = "1.18" }.Client();

        var error = await Should.ThrowAsync<MullionException>(() => client.Engine.InfoAsync());

        error.Message.ShouldContain("1.18");
        error.Message.ShouldContain("1.24");
    }

    [Fact]
    public async Task Something_else_than_an_engine_is_named_as_such()
    {
        using var client = new FakeEngine { ApiVersion = "nginx" }.Client();

        var error = await Should.ThrowAsync<DockerConnectionException>(() =>
            client.Engine.InfoAsync()
        );

        error.Message.ShouldContain("'nginx'");
        error.Message.ShouldContain("unix:///fake/docker.sock");
    }
}
