using System.Net;
using System.Text.Json;
using Mullion.Docker.Nodes;

namespace Mullion.Docker.Tests.Nodes;

public sealed class NodeApiTests
{
    private const string Node = """
        {"ID":"n1","Version":{"Index":7},"CreatedAt":"2026-11-20T12:00:00.123456789Z",
         "Spec":{"Labels":{"rack":"a"},"Role":"worker","Availability":"active","Future":{"x":[1]}},
         "Description":{"Hostname":"win-1","Platform":{"Architecture":"x86_64","OS":"windows"},
           "Resources":{"NanoCPUs":4000000000,"MemoryBytes":8589934592},
           "Engine":{"EngineVersion":"28.2.2","Plugins":[{"Type":"Network","Name":"nat"}]}},
         "Status":{"State":"ready","Addr":"10.0.0.21"}}
        """;

    [Fact]
    public async Task A_node_is_read()
    {
        using var client = new FakeEngine().Answer("GET /v1.41/nodes/n1", Node).Client();

        var node = await client.Nodes.InspectAsync("n1", TestContext.Current.CancellationToken);

        node.IsReady.ShouldBeTrue();
        node.Hostname.ShouldBe("win-1");
        node.Description.Platform.Os.ShouldBe("windows");
        node.Description.Resources.NanoCpus.ShouldBe(4_000_000_000);
        node.Description.Engine.Labels.ShouldBeEmpty();
        node.Spec.Labels["rack"].ShouldBe("a");
        node.Version.Index.ShouldBe(7UL);
    }

    [Fact]
    public async Task An_update_sends_the_whole_spec_with_fields_that_are_not_known_here()
    {
        var engine = new FakeEngine()
            .Answer("GET /v1.41/nodes/n1", Node)
            .Answer("POST /v1.41/nodes/n1/update?version=7", "");
        using var client = engine.Client();

        await client.Nodes.UpdateAsync(
            "n1",
            spec => spec with { Availability = "drain" },
            TestContext.Current.CancellationToken
        );

        using var sent = JsonDocument.Parse(engine.Bodies[^1]);
        sent.RootElement.GetProperty("Availability").GetString().ShouldBe("drain");
        sent.RootElement.GetProperty("Role").GetString().ShouldBe("worker");
        sent.RootElement.GetProperty("Labels").GetProperty("rack").GetString().ShouldBe("a");
        sent.RootElement.GetProperty("Future").GetRawText().ShouldBe("{\"x\":[1]}");
        sent.RootElement.TryGetProperty("Name", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_update_overtaken_by_another_reads_again()
    {
        var engine = new FakeEngine()
            .Answer("GET /v1.41/nodes/n1", Node)
            .Answer("GET /v1.41/nodes/n1", Node.Replace("\"Index\":7", "\"Index\":8"))
            .Answer(
                "POST /v1.41/nodes/n1/update?version=7",
                "{\"message\":\"rpc error: code = Unknown desc = update out of sequence\"}",
                HttpStatusCode.InternalServerError
            )
            .Answer("POST /v1.41/nodes/n1/update?version=8", "");
        using var client = engine.Client();

        await client.Nodes.UpdateAsync("n1", spec => spec, TestContext.Current.CancellationToken);

        engine.Requests[^1].ShouldBe("POST /v1.41/nodes/n1/update?version=8");
    }

    [Fact]
    public async Task An_update_overtaken_for_ever_gives_up_with_the_engines_words()
    {
        var engine = new FakeEngine()
            .Answer("GET /v1.41/nodes/n1", Node)
            .Answer(
                "POST /v1.41/nodes/n1/update?version=7",
                "{\"message\":\"update out of sequence\"}",
                HttpStatusCode.Conflict
            );
        using var client = engine.Client();

        await Should.ThrowAsync<DockerApiException>(() =>
            client.Nodes.UpdateAsync("n1", spec => spec)
        );

        engine.Requests.Count(r => r.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public async Task Filters_are_a_json_object_of_lists()
    {
        var engine = new FakeEngine().Answer(
            "GET /v1.41/nodes?filters=%7B%22name%22%3A%5B%22win-1%22%5D%7D",
            $"[{Node}]"
        );
        using var client = engine.Client();

        var nodes = await client.Nodes.ListAsync(
            new NodeFilter { Names = ["win-1"] },
            TestContext.Current.CancellationToken
        );

        nodes.ShouldHaveSingleItem().Id.ShouldBe("n1");
    }

    [Theory]
    [InlineData(false, "DELETE /v1.41/nodes/n1")]
    [InlineData(true, "DELETE /v1.41/nodes/n1?force=true")]
    public async Task Deleting_may_be_forced(bool force, string request)
    {
        var engine = new FakeEngine().Answer(request, "");
        using var client = engine.Client();

        await client.Nodes.DeleteAsync("n1", force, TestContext.Current.CancellationToken);

        engine.Requests[^1].ShouldBe(request);
    }
}
