using System.Net;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Certificates;
using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Objects.Options;
using Mullion.Kubernetes.Objects.Pods;
using Mullion.Kubernetes.Tests.Captured;
using Mullion.Kubernetes.Watching;
using Mullion.Testing;

namespace Mullion.Kubernetes.Tests.Watching;

public sealed class WatcherTests : IDisposable
{
    private const string List = "GET /api/v1/nodes?limit=500";
    private const string Failed = "Interrupted";
    private readonly ManualClock _clock = new();
    private readonly FakeApi _api = new();
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(30));

    public void Dispose()
    {
        _stop.Dispose();
        _api.Dispose();
    }

    [Theory]
    [InlineData("410")]
    [InlineData("530")]
    [InlineData("531")]
    [InlineData("532")]
    [InlineData("536")]
    [InlineData("540")]
    [InlineData("541")]
    [InlineData("904")]
    public Task The_events_of_a_real_server_are_told(string number) => ReplayAsync<Node>(number);

    [Theory]
    [InlineData("302")]
    [InlineData("345")]
    public Task The_life_of_a_signing_request_is_told(string number) =>
        ReplayAsync<CertificateSigningRequest>(number);

    [Fact]
    public Task The_end_of_an_evicted_pod_is_told() => ReplayAsync<Pod>("706");

    [Fact]
    public async Task What_is_there_is_told_first_and_then_that_it_is_all()
    {
        _api.Answer(List, Nodes(5, ("a", 3), ("b", 4)));
        _api.Stream(Watch(5));
        await using var watch = Start();

        (await NextAsync(watch)).ShouldBe("Added a 3");
        (await NextAsync(watch)).ShouldBe("Added b 4");
        (await NextAsync(watch)).ShouldBe("Synced");
    }

    [Fact]
    public async Task A_watch_that_the_server_ends_goes_on_from_the_last_bookmark()
    {
        _api.Answer(List, Nodes(5));
        var first = _api.Stream(Watch(5));
        var second = _api.Stream(Watch(9));
        await using var watch = Start();
        (await NextAsync(watch)).ShouldBe("Synced");

        await FakeApi.WriteAsync(first, Event("ADDED", "a", 7));
        await FakeApi.WriteAsync(first, Event("BOOKMARK", "", 9));
        await first.CompleteAsync();
        await FakeApi.WriteAsync(second, Event("MODIFIED", "a", 10));

        (await NextAsync(watch)).ShouldBe("Added a 7");
        (await NextAsync(watch)).ShouldBe("Modified a 10");
        _api.Requests.ShouldBe([List, Watch(5), Watch(9)]);
    }

    [Fact]
    public async Task A_broken_connection_is_told_waited_out_and_taken_up_again()
    {
        _api.Answer(List, Nodes(5));
        var first = _api.Stream(Watch(5));
        _api.Answer(Watch(7), "", HttpStatusCode.ServiceUnavailable);
        var third = _api.Stream(Watch(7));
        await using var watch = Start();
        await NextAsync(watch);

        await FakeApi.WriteAsync(first, Event("ADDED", "a", 7));
        (await NextAsync(watch)).ShouldBe("Added a 7");
        await first.CompleteAsync(new IOException("connection reset"));
        (await NextAsync(watch)).ShouldBe(Failed);

        var next = NextAsync(watch);
        await _clock.PassAsync(TimeSpan.FromMilliseconds(800));
        (await next).ShouldBe(Failed);
        next = NextAsync(watch);
        await _clock.PassAsync(TimeSpan.FromMilliseconds(1600));
        await FakeApi.WriteAsync(third, Event("DELETED", "a", 8));

        (await next).ShouldBe("Deleted a 8");
        _api.Requests.ShouldBe([List, Watch(5), Watch(7), Watch(7)]);
    }

    [Fact]
    public async Task An_event_that_broke_off_in_the_middle_is_asked_for_again()
    {
        _api.Answer(List, Nodes(5));
        var first = _api.Stream(Watch(5));
        var second = _api.Stream(Watch(5));
        await using var watch = Start();
        await NextAsync(watch);

        await FakeApi.WriteAsync(first, Event("ADDED", "a", 7)[..20]);
        (await NextAsync(watch)).ShouldBe(Failed);
        var next = NextAsync(watch);
        await _clock.PassAsync(TimeSpan.FromMilliseconds(800));
        await FakeApi.WriteAsync(second, Event("ADDED", "a", 7));

        (await next).ShouldBe("Added a 7");
    }

    [Fact]
    public async Task A_connection_that_hangs_is_left_after_its_time()
    {
        _api.Answer(List, Nodes(5));
        _api.Stream(Watch(5));
        var second = _api.Stream(Watch(5));
        await using var watch = Start();
        await NextAsync(watch);

        var next = NextAsync(watch);
        await _clock.PassAsync(TimeSpan.FromSeconds(240 + 30));
        (await next).ShouldBe(Failed);
        next = NextAsync(watch);
        await _clock.PassAsync(TimeSpan.FromMilliseconds(800));
        await FakeApi.WriteAsync(second, Event("ADDED", "a", 7));

        (await next).ShouldBe("Added a 7");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_state_that_the_server_forgot_is_read_anew_and_the_difference_is_told(
        bool asEvent
    )
    {
        _api.Answer(List, Nodes(5, ("same", 1), ("changed", 2), ("gone", 3), ("replaced", 4)));
        _api.Answer(
            List,
            Nodes(20, ("same", 1), ("changed", 12), ("new", 13), ("replaced", 14, "other"))
        );
        if (asEvent)
        {
            _api.Answer(Watch(5), () => Capture.Load("535").Response());
        }
        else
        {
            _api.Refuse(Watch(5), HttpStatusCode.Gone, "Expired");
        }

        _api.Stream(Watch(20));
        await using var watch = Start();
        for (var i = 0; i < 5; i++)
        {
            await NextAsync(watch);
        }

        var told = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            told.Add(await NextAsync(watch));
        }

        told.ShouldBe([
            "Deleted gone 3",
            "Deleted replaced 4",
            "Modified changed 12",
            "Added new 13",
            "Added replaced 14",
            "Synced",
        ]);
    }

    [Fact]
    public async Task A_list_that_fails_in_between_is_tried_again()
    {
        _api.Answer(List, Nodes(5, ("a", 1)));
        _api.Answer(List, "", HttpStatusCode.InternalServerError);
        _api.Answer(List, Nodes(20, ("a", 2)));
        _api.Refuse(Watch(5), HttpStatusCode.Gone, "Expired");
        _api.Stream(Watch(20));
        await using var watch = Start();
        await NextAsync(watch);
        await NextAsync(watch);

        (await NextAsync(watch)).ShouldBe(Failed);
        var next = NextAsync(watch);
        await _clock.PassAsync(TimeSpan.FromMilliseconds(800));

        (await next).ShouldBe("Modified a 2");
    }

    [Fact]
    public async Task A_server_that_ends_every_watch_at_once_is_not_asked_without_pause()
    {
        _api.Answer(List, Nodes(5));
        _api.Answer(Watch(5), "");
        await using var watch = Start();
        await NextAsync(watch);

        double[] waits = [0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 30, 30];
        (await NextAsync(watch)).ShouldBe(Failed);
        foreach (var wait in waits)
        {
            var next = NextAsync(watch);
            await _clock.PassAsync(TimeSpan.FromSeconds(wait));
            (await next).ShouldBe(Failed);
        }

        _api.Requests.Count(r => r == Watch(5)).ShouldBe(1 + waits.Length);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "Forbidden")]
    [InlineData(HttpStatusCode.Unauthorized, "Unauthorized")]
    [InlineData(HttpStatusCode.BadRequest, "BadRequest")]
    public async Task A_refusal_for_good_ends_the_watch(HttpStatusCode status, string reason)
    {
        _api.Answer(List, Nodes(5)).Refuse(Watch(5), status, reason);
        await using var watch = Start();
        await NextAsync(watch);

        var error = await Should.ThrowAsync<KubernetesException>(() => NextAsync(watch));

        error.Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_list_that_is_refused_at_first_ends_the_watch()
    {
        _api.Answer(List, "", HttpStatusCode.InternalServerError);
        await using var watch = Start();

        await Should.ThrowAsync<KubernetesException>(() => NextAsync(watch));
    }

    [Fact]
    public async Task Cancelling_ends_the_watch_while_it_waits()
    {
        _api.Answer(List, Nodes(5));
        _api.Stream(Watch(5));
        await using var watch = Start();
        await NextAsync(watch);
        var next = NextAsync(watch);

        await _stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => next);
    }

    private static async Task ReplayAsync<T>(string number)
        where T : KubernetesObject, IKnownKind
    {
        var capture = Capture.Load(number);
        var target = Target.Of(capture.Path);
        var version = capture.Query.GetValueOrDefault("resourceVersion") ?? "0";
        var selection = new Selection
        {
            Labels = capture.Query.GetValueOrDefault("labelSelector"),
            Fields = capture.Query.GetValueOrDefault("fieldSelector"),
        };
        var api = new ReplayedWatch(capture, version);
        using var client = new KubernetesClient(FakeApi.Configuration, api);

        var told = new List<string>();
        await foreach (var e in client.Of<T>(target.Namespace).WatchAsync(selection))
        {
            if (e.Type == WatchEventType.Interrupted)
            {
                break;
            }

            if (e.Type != WatchEventType.Synced)
            {
                told.Add($"{e.Type} {e.Object!.Metadata.Uid} {e.Object.Metadata.ResourceVersion}");
            }
        }

        told.ShouldBe(Expected(capture));
    }

    /// <summary>The captured events; an object that was there before the first of them is news to a watch that began with an empty list.</summary>
    private static IEnumerable<string> Expected(Capture capture)
    {
        var known = new HashSet<string>();
        foreach (var line in capture.Lines!)
        {
            var meta = line!["object"]!["metadata"]!;
            var type = line["type"]!.GetValue<string>();
            var uid = meta["uid"]?.GetValue<string>() ?? "";
            if (type == "BOOKMARK" || (type == "DELETED" && !known.Remove(uid)))
            {
                continue;
            }

            var told =
                type == "DELETED" ? "Deleted"
                : known.Add(uid) ? "Added"
                : "Modified";
            yield return $"{told} {uid} {meta["resourceVersion"]}";
        }
    }

    private IAsyncEnumerator<WatchEvent<Node>> Start() =>
        _api.Client(new KubernetesClientOptions { Time = _clock })
            .Of<Node>()
            .WatchAsync(cancellation: _stop.Token)
            .GetAsyncEnumerator(_stop.Token);

    private static async Task<string> NextAsync(IAsyncEnumerator<WatchEvent<Node>> watch)
    {
        (await watch.MoveNextAsync()).ShouldBeTrue();
        var (type, node, reason) = watch.Current;
        (reason is not null).ShouldBe(type == WatchEventType.Interrupted);
        return node is null ? $"{type}" : $"{type} {node.Name} {node.Metadata.ResourceVersion}";
    }

    private static string Watch(int version) =>
        $"GET /api/v1/nodes?watch=true&allowWatchBookmarks=true&resourceVersion={version}&timeoutSeconds=240";

    private static string Event(string type, string name, int version) =>
        $$$"""{"type":"{{{type}}}","object":{{{Node(name, version, name)}}}}""";

    private static string Nodes(int version, params ReadOnlySpan<(string Name, int Version)> nodes)
    {
        var items = new List<string>();
        foreach (var (name, own) in nodes)
        {
            items.Add(Node(name, own, name));
        }

        return $$"""{"metadata":{"resourceVersion":"{{version}}"},"items":[{{string.Join(',', items)}}]}""";
    }

    private static string Nodes(
        int version,
        (string, int) one,
        (string, int) two,
        (string, int) three,
        (string Name, int Version, string Uid) replaced
    ) =>
        Nodes(version, one, two, three)
            .Replace("]}", $",{Node(replaced.Name, replaced.Version, replaced.Uid)}]}}");

    private static string Node(string name, int version, string uid) =>
        $$$"""{"kind":"Node","apiVersion":"v1","metadata":{"name":"{{{name}}}","uid":"u-{{{uid}}}","resourceVersion":"{{{version}}}"}}""";
}
