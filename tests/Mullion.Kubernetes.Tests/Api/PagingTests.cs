using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Objects.Options;
using Mullion.Kubernetes.Tests.Captured;

namespace Mullion.Kubernetes.Tests.Api;

/// <summary>Lists that come in pages, with the pages of a real server.</summary>
public sealed class PagingTests
{
    [Fact]
    public async Task A_list_is_read_page_by_page_to_its_end()
    {
        var api = Last(Capture.Load("502"))
            .Answer("GET /api/v1/nodes?limit=2", Capture.Load("501").Response)
            .Answer(
                $"GET /api/v1/nodes?limit=2&continue={Capture.Load("502").Query["continue"]}",
                Capture.Load("502").Response
            );
        using var client = api.Client(new KubernetesClientOptions { PageSize = 2 });

        var nodes = await client.Of<Node>().ListAsync();

        nodes.Items.Select(n => n.Name).ShouldBe(Names("501").Concat(Names("502")));
        nodes.Items.ShouldAllBe(n => n.Kind == "Node" && n.ApiVersion == "v1");
        nodes.Metadata.Continue.ShouldBeNullOrEmpty();
        api.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_list_that_expires_is_gone_on_with_by_the_token_the_server_offers()
    {
        var expired = Capture.Load("548");
        var offered = expired.ResponseBody!["metadata"]!["continue"]!.GetValue<string>();
        var api = Last(Capture.Load("546"))
            .Answer("GET /api/v1/nodes?limit=2", Capture.Load("545").Response)
            .Answer(
                $"GET /api/v1/nodes?limit=2&continue={expired.Query["continue"]}",
                expired.Response
            )
            .Answer(
                $"GET /api/v1/nodes?limit=2&continue={offered}",
                () => Capture.Load("546").Response()
            );
        using var client = api.Client(new KubernetesClientOptions { PageSize = 2 });

        var nodes = await client.Of<Node>().ListAsync();

        nodes.Items.Select(n => n.Name).ShouldBe(Names("545").Concat(Names("546")));
        api.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_list_that_expires_without_an_offer_is_read_again_and_at_last_in_one_page()
    {
        var api = new FakeApi()
            .Answer("GET /api/v1/nodes?limit=2", () => Capture.Load("545").Response())
            .Refuse(
                $"GET /api/v1/nodes?limit=2&continue={Capture.Load("548").Query["continue"]}",
                System.Net.HttpStatusCode.Gone,
                "Expired"
            )
            .Answer("GET /api/v1/nodes", () => Capture.Load("500").Response());
        using var client = api.Client(new KubernetesClientOptions { PageSize = 2 });

        var nodes = await client.Of<Node>().ListAsync();

        nodes.Items.Select(n => n.Name).ShouldBe(Names("500"));
        api.Requests[^1].ShouldBe("GET /api/v1/nodes");
        api.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_selection_is_kept_from_page_to_page()
    {
        const string Query = "fieldSelector=spec.unschedulable%3Dfalse&limit=1";
        var first = Capture.Load("514");
        var api = Last(first, Query).Answer($"GET /api/v1/nodes?{Query}", first.Response);
        using var client = api.Client(new KubernetesClientOptions { PageSize = 1 });

        var nodes = await client
            .Of<Node>()
            .ListAsync(new Selection { Fields = "spec.unschedulable=false" });

        nodes.Items.Select(n => n.Name).ShouldBe(Names("514"));
    }

    [Fact]
    public async Task A_continuation_that_is_garbage_is_the_servers_refusal()
    {
        var api = new FakeApi()
            .Answer("GET /api/v1/nodes?limit=2", """{"metadata":{"continue":"garbage"}}""")
            .Answer("GET /api/v1/nodes?limit=2&continue=garbage", Capture.Load("503").Response);
        using var client = api.Client(new KubernetesClientOptions { PageSize = 2 });

        var error = await Should.ThrowAsync<KubernetesException>(() =>
            client.Of<Node>().ListAsync()
        );

        RefusalTests.Check(error, Capture.Load("503"));
    }

    /// <summary>A server whose page after a captured one is the last, and empty.</summary>
    private static FakeApi Last(Capture before, string query = "limit=2") =>
        new FakeApi().Answer(
            $"GET /api/v1/nodes?{query}&continue={before.ResponseBody!["metadata"]!["continue"]}",
            """{"items":null,"metadata":{}}"""
        );

    private static IEnumerable<string> Names(string number) =>
        Capture.Load(number).ResponseBody!["items"]!
            .AsArray()
            .Select(i => i!["metadata"]!["name"]!.GetValue<string>());
}
