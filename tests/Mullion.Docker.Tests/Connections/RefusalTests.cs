using System.Net;
using Mullion.Docker.Swarm;

namespace Mullion.Docker.Tests.Connections;

public sealed class RefusalTests
{
    private const string Token =
        "SWMTKN-1-0canary0canary0canary0canary0canary0canary0canary0-0canary0canary0canary0cana";

    [Fact]
    public async Task The_engines_words_come_through_with_status_and_path()
    {
        var engine = new FakeEngine().Answer(
            "GET /v1.41/nodes/win-1",
            "{\"message\":\"node win-1 not found\"}",
            HttpStatusCode.NotFound
        );
        using var client = engine.Client();

        var error = await Should.ThrowAsync<DockerApiException>(() =>
            client.Nodes.InspectAsync("win-1")
        );

        error.Status.ShouldBe(HttpStatusCode.NotFound);
        error.EngineMessage.ShouldBe("node win-1 not found");
        error.Message.ShouldBe(
            "The docker engine at unix:///fake/docker.sock refused GET /nodes/win-1 (404): node win-1 not found"
        );
    }

    [Fact]
    public async Task A_token_in_the_engines_words_is_hidden()
    {
        var engine = new FakeEngine().Answer(
            "POST /v1.41/swarm/join",
            $"{{\"message\":\"invalid join token {Token}: bad\"}}",
            HttpStatusCode.BadRequest
        );
        using var client = engine.Client();
        var request = new SwarmJoinRequest { JoinToken = Token, RemoteAddrs = ["10.0.0.5:2377"] };

        var error = await Should.ThrowAsync<DockerApiException>(() =>
            client.Swarm.JoinAsync(request)
        );

        engine.Bodies[^1].ShouldContain(Token);
        error.ToString().ShouldNotContain("canary");
        error.Message.ShouldContain("SWMTKN-(hidden): bad");
        request.ToString().ShouldNotContain("canary");
    }

    [Fact]
    public async Task An_answer_that_is_not_json_is_shown_as_it_is()
    {
        var engine = new FakeEngine().Answer(
            "GET /v1.41/info",
            "Client sent an HTTP request to an HTTPS server.",
            HttpStatusCode.BadRequest
        );
        using var client = engine.Client();

        var error = await Should.ThrowAsync<DockerApiException>(() => client.Engine.InfoAsync());

        error.EngineMessage.ShouldStartWith("Client sent an HTTP request");
        error.Fix.ShouldBe("The engine speaks TLS: give tls ca, cert and key.");
    }

    [Fact]
    public async Task A_success_that_is_not_json_is_no_docker_engine()
    {
        var engine = new FakeEngine().Answer("GET /v1.41/info", "<html>welcome</html>");
        using var client = engine.Client();

        var error = await Should.ThrowAsync<DockerConnectionException>(() =>
            client.Engine.InfoAsync()
        );

        error.Message.ShouldContain("/info");
    }
}
