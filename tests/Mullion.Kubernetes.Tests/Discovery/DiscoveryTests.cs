using System.Net;
using System.Text.Json.Nodes;
using Mullion.Kubernetes.Discovery;
using Mullion.Kubernetes.Objects.Certificates;
using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Objects.Pods;
using Mullion.Kubernetes.Tests.Captured;

namespace Mullion.Kubernetes.Tests.Discovery;

public sealed class DiscoveryTests
{
    private const string OldGroups = """
        {"groups":[{"name":"certificates.k8s.io","versions":[{"version":"v1beta1"}],"preferredVersion":{"version":"v1beta1"}},
                   {"name":"policy","versions":[{"version":"v1beta1"}]},
                   {"name":"apps","versions":[{"version":"v1"},{"version":"v1beta2"}],"preferredVersion":{"version":"v1"}}]}
        """;

    [Fact]
    public async Task A_server_of_today_serves_v1()
    {
        using var client = new CapturedServer().Client();

        (await client.ServesAsync(CertificateSigningRequest.Known)).ApiVersion.ShouldBe(
            "certificates.k8s.io/v1"
        );
        (await client.ServesAsync(PodDisruptionBudget.Known)).ApiVersion.ShouldBe("policy/v1");
        (await client.ServesAsync(Lease.Known)).ShouldBe(
            new ServedKind("coordination.k8s.io", "v1", "Lease", "leases", IsNamespaced: true)
        );
    }

    [Fact]
    public async Task An_old_server_is_spoken_to_in_v1beta1()
    {
        var api = new FakeApi()
            .Answer("GET /apis", OldGroups)
            .Answer(
                "GET /apis/certificates.k8s.io/v1beta1",
                """{"resources":[{"name":"certificatesigningrequests/approval","kind":"CertificateSigningRequest"},{"name":"certificatesigningrequests","kind":"CertificateSigningRequest","namespaced":false}]}"""
            )
            .Answer(
                "POST /apis/certificates.k8s.io/v1beta1/certificatesigningrequests?fieldManager=mullion",
                "{}",
                HttpStatusCode.Created
            );
        using var client = api.Client();

        await client.Of<CertificateSigningRequest>().CreateAsync(new CertificateSigningRequest());

        JsonNode.Parse(api.Bodies[^1])!["apiVersion"]!
            .GetValue<string>()
            .ShouldBe("certificates.k8s.io/v1beta1");
    }

    [Fact]
    public async Task An_old_server_is_asked_for_evictions_in_v1beta1_as_captured()
    {
        var api = new FakeApi()
            .Answer(
                "GET /api/v1",
                """{"resources":[{"name":"pods/eviction","kind":"Eviction","version":"v1beta1","group":"policy"}]}"""
            )
            .Answer(
                "POST /api/v1/namespaces/default/pods/rs-dgf2r/eviction",
                () => Capture.Load("715").Response()
            );
        using var client = api.Client();

        var error = await Should.ThrowAsync<KubernetesException>(() =>
            client.EvictAsync("default", "rs-dgf2r")
        );

        SameJson.ShouldBeSame(
            JsonNode.Parse(api.Bodies[^1]),
            Capture.Load("715").RequestBody,
            "715"
        );
        error.Causes.ShouldHaveSingleItem().Reason.ShouldBe("DisruptionBudget");
    }

    [Fact]
    public async Task What_was_found_is_not_asked_for_again()
    {
        var server = new CapturedServer();
        using var client = server.Client();

        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => client.ServesAsync(DaemonSet.Known))
        );

        server.Discovered.ShouldBe(["/apis", "/apis/apps/v1"]);
    }

    [Fact]
    public async Task The_core_group_is_known_without_asking()
    {
        var server = new CapturedServer();
        using var client = server.Client();

        (await client.ServesAsync(Node.Known)).Plural.ShouldBe("nodes");

        server.Discovered.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_that_is_not_there_is_named_and_asked_for_again()
    {
        var api = new FakeApi()
            .Answer("GET /apis", """{"groups":[]}""")
            .Answer("GET /apis", OldGroups)
            .Answer(
                "GET /apis/apps/v1",
                """{"resources":[{"name":"daemonsets","kind":"DaemonSet","namespaced":true}]}"""
            );
        using var client = api.Client();

        var error = await Should.ThrowAsync<KindNotServedException>(() =>
            client.ServesAsync(DaemonSet.Known)
        );
        var found = await client.ServesAsync(DaemonSet.Known);

        error.Message.ShouldBe(
            "The Kubernetes API at https://api.example:6443/ has no DaemonSet.apps: it has no API group apps."
        );
        error.Fix!.ShouldContain("kubectl api-resources");
        found.IsNamespaced.ShouldBeTrue();
    }

    [Fact]
    public async Task A_version_that_mullion_does_not_speak_is_named()
    {
        var api = new FakeApi().Answer(
            "GET /apis",
            """{"groups":[{"name":"apps","versions":[{"version":"v2"}]}]}"""
        );
        using var client = api.Client();

        var error = await Should.ThrowAsync<KindNotServedException>(() =>
            client.ServesAsync(DaemonSet.Known)
        );

        error.Message.ShouldContain("it serves version v2 of apps, and Mullion speaks v1");
    }

    [Fact]
    public async Task A_kind_of_any_version_is_taken_as_the_server_prefers_it()
    {
        var api = new FakeApi()
            .Answer(
                "GET /apis",
                """{"groups":[{"name":"x.io","versions":[{"version":"v2"},{"version":"v1"}],"preferredVersion":{"version":"v1"}}]}"""
            )
            .Answer("GET /apis/x.io/v1", """{"resources":[{"name":"other","kind":"Other"}]}""")
            .Answer("GET /apis/x.io/v2", """{"resources":[{"name":"things","kind":"Thing"}]}""");
        using var client = api.Client();

        (await client.ServesAsync(new ObjectKind("x.io", "Thing"))).Version.ShouldBe("v2");
        api.Requests.ShouldBe(["GET /apis", "GET /apis/x.io/v1", "GET /apis/x.io/v2"]);
    }

    [Fact]
    public async Task A_refusal_to_tell_is_no_absence()
    {
        var api = new FakeApi().Refuse("GET /apis", HttpStatusCode.Forbidden, "Forbidden");
        using var client = api.Client();

        await Should.ThrowAsync<KubernetesException>(() => client.ServesAsync(DaemonSet.Known));
    }

    [Theory]
    [InlineData("001")]
    [InlineData("210")]
    public async Task The_servers_version_is_read(string number)
    {
        using var client = new CapturedServer(Capture.Load(number)).Client();

        var version = await client.VersionAsync();

        version.GitVersion.ShouldBe("v1.34.9");
        version.Release.ShouldBe(new Version(1, 34));
        version.Platform.ShouldBe("linux/amd64");
    }

    [Theory]
    [InlineData("v1.27.4-gke.900", "1.27")]
    [InlineData("v1.30.2+rke2r1", "1.30")]
    [InlineData("v1.14.0", "1.14")]
    [InlineData("unknown", null)]
    public void A_release_is_read_of_what_vendors_write(string text, string? release) =>
        new ServerVersion { GitVersion = text }.Release.ShouldBe(
            release is null ? null : Version.Parse(release)
        );
}
