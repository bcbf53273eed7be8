using System.Net;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Objects.Config;
using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Objects.Options;
using Mullion.Kubernetes.Tests.Captured;
using Mullion.Testing;

namespace Mullion.Kubernetes.Tests.Connections;

/// <summary>What is sent again, how often and after which wait, and what is not.</summary>
public sealed class RequestTests : IDisposable
{
    private const string Get = "GET /api/v1/nodes/n1";
    private const string Delete = "DELETE /api/v1/nodes/n1";
    private const string Node = """{"kind":"Node","metadata":{"name":"n1"}}""";
    private readonly ManualClock _clock = new();
    private readonly FakeApi _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_server_that_asks_to_wait_is_asked_again_after_that(HttpStatusCode status)
    {
        _api.Answer(Delete, "", status, retryAfter: 7).Answer(Delete, Node);
        using var client = Client();

        var call = client.Of<Node>().DeleteAsync("n1");
        await _clock.PassAsync(TimeSpan.FromSeconds(7));

        (await call)!.Name.ShouldBe("n1");
        _api.Requests.ShouldBe([Delete, Delete]);
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_for_ever_is_asked_eleven_times()
    {
        _api.Answer(Get, "", HttpStatusCode.TooManyRequests, retryAfter: 1);
        using var client = Client();

        var call = client.Of<Node>().GetAsync("n1");
        for (var i = 0; i < 10; i++)
        {
            await _clock.PassAsync(TimeSpan.FromSeconds(1));
        }

        (await Should.ThrowAsync<KubernetesException>(() => call)).RetryAfter.ShouldBe(
            TimeSpan.FromSeconds(1)
        );
        _api.Requests.Count.ShouldBe(11);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, null)] // it does not say that waiting helps
    [InlineData(HttpStatusCode.InternalServerError, null)]
    [InlineData(HttpStatusCode.Conflict, 1)] // it has acted
    [InlineData(HttpStatusCode.TooManyRequests, 3600)] // longer than anybody waits
    public async Task Other_refusals_are_told_at_once(HttpStatusCode status, int? retryAfter)
    {
        _api.Answer(Delete, "", status, retryAfter);
        using var client = Client();

        await Should.ThrowAsync<KubernetesException>(() => client.Of<Node>().DeleteAsync("n1"));

        _api.Requests.ShouldBe([Delete]);
    }

    [Fact]
    public async Task The_eviction_that_a_real_server_put_off_is_tried_again()
    {
        var capture = Capture.Load("714");
        _api.Answer("GET /api/v1", Capture.Load("007").Response)
            .Answer("POST /api/v1/namespaces/default/pods/p6/eviction", capture.Response)
            .Answer(
                "POST /api/v1/namespaces/default/pods/p6/eviction",
                Capture.Load("702").Response
            );
        using var client = Client();

        var call = client.EvictAsync("default", "p6");
        await _clock.PassAsync(TimeSpan.FromSeconds(10));
        await call;

        SameBodies(_api.Bodies[^1], _api.Bodies[^2]);
    }

    [Fact]
    public async Task A_connection_that_broke_is_made_again_for_reading()
    {
        _api.Answer(Get, Broken).Answer(Get, Broken).Answer(Get, Node);
        using var client = Client();

        var call = client.Of<Node>().GetAsync("n1");
        await _clock.PassAsync(TimeSpan.FromSeconds(1));
        await _clock.PassAsync(TimeSpan.FromSeconds(1));

        (await call).Name.ShouldBe("n1");
    }

    [Fact]
    public async Task A_connection_that_keeps_breaking_is_an_error()
    {
        _api.Answer(Get, Broken);
        using var client = Client();

        var call = client.Of<Node>().GetAsync("n1");
        for (var i = 0; i < 3; i++)
        {
            await _clock.PassAsync(TimeSpan.FromSeconds(1));
        }

        await Should.ThrowAsync<KubernetesConnectionException>(() => call);
        _api.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_connection_that_broke_is_not_made_again_for_writing()
    {
        _api.Answer(Delete, Broken);
        using var client = Client();

        await Should.ThrowAsync<KubernetesConnectionException>(() =>
            client.Of<Node>().DeleteAsync("n1")
        );

        _api.Requests.ShouldBe([Delete]);
    }

    [Fact]
    public async Task No_answer_in_time_names_the_request_and_the_time()
    {
        using var client = new KubernetesClient(
            FakeApi.Configuration,
            new SilentServer(),
            new KubernetesClientOptions { Time = _clock }
        );

        var call = client.Of<Node>().GetAsync("n1");
        await _clock.PassAsync(TimeSpan.FromSeconds(30));

        var error = await Should.ThrowAsync<KubernetesConnectionException>(() => call);
        error.Message.ShouldBe(
            "The Kubernetes API at https://api.example:6443/ cannot be reached: no answer to GET /api/v1/nodes/n1 within 30 s."
        );
        error.Fix!.ShouldContain("/readyz");
    }

    [Fact]
    public async Task Cancelling_is_no_failure_of_the_server()
    {
        using var cancelled = new CancellationTokenSource();
        using var client = new KubernetesClient(FakeApi.Configuration, new SilentServer());
        var call = client.Of<Node>().GetAsync("n1", cancelled.Token);

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_path_in_front_of_the_api_is_kept()
    {
        _api.Answer("GET /k8s/clusters/c-1/api/v1/nodes/n1", Node);
        using var client = Client(
            new() { Server = new Uri("https://rancher.example/k8s/clusters/c-1/") }
        );

        (await client.Of<Node>().GetAsync("n1")).Name.ShouldBe("n1");
    }

    [Theory]
    [InlineData("<html>log on</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"metadata":"canary-4711"}""")]
    public async Task A_success_that_is_no_object_is_no_kubernetes(string body)
    {
        _api.Answer(Get, body);
        using var client = Client();

        var error = await Should.ThrowAsync<KubernetesConnectionException>(() =>
            client.Of<Node>().GetAsync("n1")
        );

        error.Reason.ShouldStartWith(
            "the answer to GET /api/v1/nodes/n1 is not what a Kubernetes API says"
        );
        error.Fix!.ShouldContain("web page or log-on");
        error.ToString().ShouldNotContain("canary");
    }

    [Theory]
    [InlineData(
        """{"type":"error","status":"401","message":"must authenticate"}""",
        "must authenticate"
    )]
    [InlineData("<html>502</html>", "<html>502</html>")]
    [InlineData("", "Bad Gateway")]
    [InlineData("[1]", "[1]")]
    public async Task A_refusal_that_is_no_status_is_told_as_it_is(string body, string message)
    {
        _api.Answer(Delete, body, HttpStatusCode.BadGateway);
        using var client = Client();

        var error = await Should.ThrowAsync<KubernetesException>(() =>
            client.Of<Node>().DeleteAsync("n1")
        );

        error.ServerMessage.ShouldBe(message);
        error.Reason.ShouldBeNull();
        error.Fix!.ShouldContain("load balancer or proxy");
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        _api.Answer(Get, "moved", HttpStatusCode.Found);
        using var client = Client();

        var error = await Should.ThrowAsync<KubernetesException>(() =>
            client.Of<Node>().GetAsync("n1")
        );

        error.Fix!.ShouldContain("sends the client elsewhere");
        _api.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_servers_warnings_are_passed_on()
    {
        var warnings = new List<string>();
        var server = new CapturedServer(Capture.Load("634"));
        using var client = server.Client(new KubernetesClientOptions { OnWarning = warnings.Add });
        var sent = System.Text.Json.JsonSerializer.Deserialize(
            Capture.Load("634").RequestBody,
            Json.KubernetesJson.Default.ConfigMap
        )!;

        await client
            .Of<ConfigMap>("default")
            .CreateAsync(
                sent,
                new WriteOptions
                {
                    IsDryRun = true,
                    FieldManager = null,
                    FieldValidation = "Warn",
                }
            );

        warnings.ShouldNotBeEmpty();
        warnings[0].ShouldContain("unknown field");
    }

    private KubernetesClient Client(KubernetesConfiguration? configuration = null) =>
        _api.Client(
            new KubernetesClientOptions
            {
                Time = _clock,
                LongestRetryWait = TimeSpan.FromMinutes(1),
            },
            configuration
        );

    private static void SameBodies(string one, string other)
    {
        one.ShouldNotBeEmpty();
        one.ShouldBe(other);
    }

    private static HttpResponseMessage Broken() =>
        throw new HttpRequestException(
            HttpRequestError.ResponseEnded,
            "The response ended prematurely."
        );

    private sealed class SilentServer : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var never = new TaskCompletionSource<HttpResponseMessage>();
            await using var _ = cancellationToken.Register(() =>
                never.TrySetCanceled(cancellationToken)
            );
            return await never.Task;
        }
    }
}
