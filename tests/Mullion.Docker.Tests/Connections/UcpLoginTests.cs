using System.Net;
using Mullion.Core;
using Mullion.Docker.Connections;
using Mullion.Docker.Logins;

namespace Mullion.Docker.Tests.Connections;

/// <summary>Logging on to UCP: a token before the first request, another one when it has run out, and no password in any text.</summary>
public sealed class UcpLoginTests
{
    private const string Login = "POST /auth/login";
    private const string Password = "CanaryOfUcp4711";

    [Fact]
    public async Task The_token_is_asked_for_once_and_shown_with_every_request()
    {
        var ucp = new FakeUcp();
        using var client = Client(ucp);

        await client.Engine.PingAsync();
        await client.Engine.PingAsync();

        ucp.Seen.ShouldBe([Login, "GET /_ping token-1", "GET /_ping token-1"]);
        ucp.Bodies[0].ShouldBe($$"""{"username":"admin","password":"{{Password}}"}""");
    }

    [Fact]
    public async Task A_token_that_has_run_out_is_replaced_once()
    {
        var ucp = new FakeUcp();
        using var client = Client(ucp);
        await client.Engine.PingAsync();
        ucp.Valid = "token-2";

        await client.Engine.PingAsync();

        ucp.Seen.Skip(2).ShouldBe(["GET /_ping token-1", Login, "GET /_ping token-2"]);
    }

    [Fact]
    public async Task Who_logs_on_and_may_not_ask_is_told_so()
    {
        var ucp = new FakeUcp { Valid = "none" };
        using var client = Client(ucp);

        var refused = await Should.ThrowAsync<DockerApiException>(() => client.Engine.PingAsync());

        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        ucp.Seen.Count(s => s == Login).ShouldBe(2);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "{}", "it answers 401")]
    [InlineData(HttpStatusCode.NotFound, "page not found " + Password, "it answers 404")]
    [InlineData(HttpStatusCode.OK, "<html>" + Password + "</html>", "its answer is not UCP's")]
    [InlineData(HttpStatusCode.OK, "{}", "it answers without a token")]
    public async Task A_login_that_fails_says_who_and_where_and_not_the_password(
        HttpStatusCode status,
        string body,
        string reason
    )
    {
        using var client = Client(new FakeUcp { LoginStatus = status, LoginBody = body });

        var refused = await Should.ThrowAsync<MullionException>(() => client.Engine.PingAsync());

        refused.Message.ShouldContain("admin cannot log on to https://ucp.example:443");
        refused.Message.ShouldContain(reason);
        refused.ToString().ShouldNotContain(Password);
        new UcpLogin("admin", () => Password).ToString().ShouldNotContain(Password);
    }

    [Fact]
    public async Task Requests_side_by_side_log_on_once()
    {
        var ucp = new FakeUcp();
        using var client = Client(ucp);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.Engine.PingAsync()));

        ucp.Seen.Count(s => s == Login).ShouldBe(1);
    }

    private static DockerClient Client(FakeUcp ucp) =>
        new(
            DockerEndpoint.Parse("https://ucp.example"),
            ucp,
            new DockerClientOptions { Login = new UcpLogin("admin", () => Password) }
        );

    private sealed class FakeUcp : HttpMessageHandler
    {
        private readonly Lock _lock = new();
        private int _tokens;

        public List<string> Seen { get; } = [];

        public List<string> Bodies { get; } = [];

        public string Valid { get; set; } = "token-1";

        public HttpStatusCode LoginStatus { get; init; } = HttpStatusCode.OK;

        public string? LoginBody { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var body = request.Content is null
                ? ""
                : await request.Content.ReadAsStringAsync(cancellationToken);
            lock (_lock)
            {
                var token = request.Headers.Authorization?.Parameter;
                Seen.Add($"{request.Method} {request.RequestUri!.AbsolutePath} {token}".TrimEnd());
                Bodies.Add(body);
                return request.RequestUri.AbsolutePath == "/auth/login"
                        ? Answer(
                            LoginStatus,
                            LoginBody ?? $$"""{"auth_token":"token-{{++_tokens}}"}"""
                        )
                    : token == Valid ? Answer(HttpStatusCode.OK, "OK")
                    : Answer(HttpStatusCode.Unauthorized, """{"message":"unauthorized"}""");
            }
        }

        private static HttpResponseMessage Answer(HttpStatusCode status, string body) =>
            new(status) { Content = new StringContent(body) };
    }
}
