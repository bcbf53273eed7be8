using System.Net;
using System.Text.Json.Nodes;
using Mullion.Core;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Config;
using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Objects.Options;

namespace Mullion.Kubernetes.Tests.Api;

public sealed class UpdateTests
{
    private const string Get = "GET /api/v1/nodes/n1";
    private const string Put = "PUT /api/v1/nodes/n1?fieldManager=mullion";

    [Fact]
    public async Task An_update_writes_what_it_read_with_the_change_and_the_version()
    {
        var api = new FakeApi().Answer(Get, Node(7)).Answer(Put, Node(8));
        using var client = api.Client();

        var after = await client.Of<Node>().UpdateAsync("n1", Cordon);

        after.Metadata.ResourceVersion.ShouldBe("8");
        var sent = JsonNode.Parse(api.Bodies[^1])!;
        sent["spec"]!["unschedulable"]!.GetValue<bool>().ShouldBeTrue();
        sent["spec"]!["configSource"]!["x"]!.GetValue<int>().ShouldBe(1);
        sent["metadata"]!["resourceVersion"]!.GetValue<string>().ShouldBe("7");
        sent["kind"]!.GetValue<string>().ShouldBe("Node");
    }

    [Fact]
    public async Task An_update_overtaken_by_another_reads_again()
    {
        var api = new FakeApi()
            .Answer(Get, Node(7))
            .Answer(Get, Node(9))
            .Refuse(Put, HttpStatusCode.Conflict, "Conflict")
            .Answer(Put, Node(10));
        using var client = api.Client();

        await client.Of<Node>().UpdateAsync("n1", Cordon);

        api.Requests.ShouldBe([Get, Put, Get, Put]);
        api.Bodies[^1].ShouldContain("\"9\"");
    }

    [Fact]
    public async Task An_update_overtaken_for_ever_gives_up_with_the_servers_words()
    {
        var api = new FakeApi()
            .Answer(Get, Node(7))
            .Refuse(Put, HttpStatusCode.Conflict, "Conflict");
        using var client = api.Client();

        var error = await Should.ThrowAsync<KubernetesException>(() =>
            client.Of<Node>().UpdateAsync("n1", Cordon)
        );

        error.IsConflict.ShouldBeTrue();
        api.Requests.Count(r => r == Put).ShouldBe(5);
    }

    [Fact]
    public async Task An_update_that_changes_nothing_writes_nothing()
    {
        var api = new FakeApi().Answer(Get, Node(7));
        using var client = api.Client();

        await client.Of<Node>().UpdateAsync("n1", node => node);

        api.Requests.ShouldBe([Get]);
    }

    [Fact]
    public async Task What_is_not_there_is_found_as_null_and_a_wrong_address_is_not()
    {
        var api = new FakeApi().Answer(
            "GET /api/v1/nodes/gone",
            """{"kind":"Status","message":"nodes \"gone\" not found","reason":"NotFound","details":{"name":"gone","kind":"nodes"},"code":404}""",
            HttpStatusCode.NotFound
        );
        using var client = api.Client();

        (await client.Of<Node>().FindAsync("gone")).ShouldBeNull();
        var error = await Should.ThrowAsync<KubernetesException>(() =>
            client.Of<Node>().FindAsync("elsewhere")
        );

        error.Fix!.ShouldContain("check the address");
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    public async Task A_name_that_would_make_another_path_is_refused(string name)
    {
        var api = new FakeApi();
        using var client = api.Client();

        await Should.ThrowAsync<MullionException>(() => client.Of<Node>().DeleteAsync(name));

        api.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_is_escaped()
    {
        var api = new FakeApi();
        using var client = api.Client();

        await Should.ThrowAsync<KubernetesException>(() => client.Of<Node>().GetAsync("a/b?c"));

        api.Requests.ShouldBe(["GET /api/v1/nodes/a%2Fb%3Fc"]);
    }

    [Fact]
    public async Task An_object_in_a_namespace_needs_one()
    {
        using var client = new FakeApi().Client();

        var error = await Should.ThrowAsync<MullionException>(() =>
            client.Of<ConfigMap>().GetAsync("x")
        );

        error.Message.ShouldContain("no namespace is named");
    }

    [Fact]
    public async Task An_object_brings_its_own_namespace()
    {
        var api = new FakeApi().Answer(
            "POST /api/v1/namespaces/kube-system/configmaps?fieldManager=mullion",
            "{}"
        );
        using var client = api.Client();

        await client
            .Of<ConfigMap>()
            .CreateAsync(
                new ConfigMap
                {
                    Metadata = new ObjectMeta { Name = "x", Namespace = "kube-system" },
                }
            );

        api.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_eviction_carries_grace_period_and_uid()
    {
        var api = new FakeApi()
            .Answer(
                "GET /api/v1",
                """{"resources":[{"name":"pods/eviction","kind":"Eviction","group":"policy","version":"v1"}]}"""
            )
            .Answer("POST /api/v1/namespaces/default/pods/p/eviction?dryRun=All", "{}");
        using var client = api.Client();

        await client.EvictAsync(
            "default",
            "p",
            new DeleteOptions
            {
                GracePeriodSeconds = 0,
                Preconditions = new Preconditions { Uid = "u" },
            },
            isDryRun: true
        );

        JsonNode.Parse(api.Bodies[^1])!["deleteOptions"]!
            .ToJsonString()
            .ShouldBe("""{"gracePeriodSeconds":0,"preconditions":{"uid":"u"}}""");
    }

    private static Node Cordon(Node node) =>
        node with
        {
            Spec = (node.Spec ?? new NodeSpec()) with { Unschedulable = true },
        };

    private static string Node(int version) =>
        $$$"""{"kind":"Node","apiVersion":"v1","metadata":{"name":"n1","resourceVersion":"{{{version}}}"},"spec":{"configSource":{"x":1} } }""";
}
