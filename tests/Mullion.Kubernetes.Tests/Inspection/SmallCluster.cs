using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Kubernetes.Inspection;
using Mullion.Kubernetes.Tests.Captured;

namespace Mullion.Kubernetes.Tests.Inspection;

/// <summary>
/// A cluster that answers what an inspection asks. It begins as the captured one, set up by kubeadm and without a network between nodes.
/// </summary>
internal sealed class SmallCluster : HttpMessageHandler
{
    private const string System = "/api/v1/namespaces/kube-system";

    private readonly Dictionary<string, JsonNode> _objects = [];
    private readonly Dictionary<string, HttpStatusCode> _refused = [];

    public SmallCluster()
    {
        this["/version"] = Body("001");
        this["/apis"] = Body("006");
        this["/apis/apps/v1"] = Body("008");
        this["/api/v1/namespaces"] = Body("871");
        this[System] = JsonNode.Parse(
            """{"metadata":{"name":"kube-system","uid":"d6f8627d-f9ad-49c9-82b7-e9e0bb0ae4e7"}}"""
        )!;
        this["/api/v1/nodes"] = Body("500");
        this[$"{System}/configmaps/kubeadm-config"] = Body("200");
        this[$"{System}/configmaps/kubelet-config"] = Body("201");
        this[$"{System}/configmaps/kube-proxy"] = Body("202");
        this[$"{System}/services"] = List(Body("873"));
        this[$"{System}/pods"] = List();
        this["/api/v1/configmaps"] = List();
        this["/apis/apps/v1/daemonsets"] = List(Body("600"));
    }

    public JsonNode this[string path]
    {
        get => _objects[path];
        set => _objects[path] = value;
    }

    public static JsonNode Body(string capture) => Capture.Load(capture).ResponseBody!.DeepClone();

    public static JsonObject List(params JsonNode[] items) =>
        new() { ["metadata"] = new JsonObject(), ["items"] = new JsonArray(items) };

    /// <summary>Takes an object away.</summary>
    public SmallCluster Without(string path)
    {
        _objects.Remove(path);
        return this;
    }

    /// <summary>Another version of the API server.</summary>
    public SmallCluster Of(string version)
    {
        _objects["/version"]["gitVersion"] = version;
        return this;
    }

    /// <summary>Adds to a list.</summary>
    public SmallCluster Add(string path, string json)
    {
        _objects[path]["items"]!.AsArray().Add(JsonNode.Parse(json));
        return this;
    }

    /// <summary>Lets nobody read a path.</summary>
    public SmallCluster Forbid(string path)
    {
        _refused[path] = HttpStatusCode.Forbidden;
        return this;
    }

    public async Task<KubernetesFacts> InspectAsync()
    {
        using var client = new KubernetesClient(FakeApi.Configuration, this);
        return await ClusterInspector.InspectAsync(client, TestContext.Current.CancellationToken);
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        request.Method.ShouldBe(HttpMethod.Get, "an inspection changes nothing");
        var path = request.RequestUri!.AbsolutePath;
        return Task.FromResult(
            _refused.TryGetValue(path, out var status) ? Status(status, "Forbidden", path)
            : _objects.TryGetValue(path, out var found)
                ? Answer(HttpStatusCode.OK, found.ToJsonString())
            : Status(HttpStatusCode.NotFound, "NotFound", path)
        );
    }

    private static HttpResponseMessage Status(HttpStatusCode status, string reason, string path) =>
        Answer(
            status,
            $$"""{"kind":"Status","apiVersion":"v1","status":"Failure","message":"{{path}} is forbidden or gone","reason":"{{reason}}","details":{"name":"{{path[(path.LastIndexOf('/') + 1)..]}}","kind":"objects"},"code":{{(int)status}}}"""
        );

    private static HttpResponseMessage Answer(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
