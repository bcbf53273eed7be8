using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mullion.Kubernetes.Discovery;
using Mullion.Kubernetes.Json;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Access;
using Mullion.Kubernetes.Objects.Certificates;
using Mullion.Kubernetes.Objects.Config;
using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Objects.Options;
using Mullion.Kubernetes.Objects.Pods;

namespace Mullion.Kubernetes.Tests.Captured;

/// <summary>
/// Each captured exchange made again through the public calls: the client sends the captured method, path, query and body and
/// understands the captured answer, with the record of the kind and without one.
/// </summary>
public sealed class ReplayTests
{
    public static TheoryData<string> Replayed =>
        [
            .. Capture.Names.Where(n =>
                !LeftOut.All.ContainsKey(n[..3]) && Capture.Load(n).Lines is null
            ),
        ];

    [Theory]
    [MemberData(nameof(Replayed))]
    public async Task An_exchange_is_made_again_by_the_public_calls(string name)
    {
        var capture = Capture.Load(name);
        var target = Target.Of(capture.Path);
        var run = target.Plural switch
        {
            // Typed records cannot hold a number where a text is due.
            _ when name.StartsWith("638", StringComparison.Ordinal) => null,
            "nodes" => RunAsync<Node>,
            "pods" => RunAsync<Pod>,
            "configmaps" => RunAsync<ConfigMap>,
            "secrets" => RunAsync<Secret>,
            "namespaces" => RunAsync<Namespace>,
            "services" => RunAsync<Service>,
            "serviceaccounts" => RunAsync<ServiceAccount>,
            "events" => RunAsync<ClusterEvent>,
            "leases" => RunAsync<Lease>,
            "daemonsets" => RunAsync<DaemonSet>,
            "poddisruptionbudgets" => RunAsync<PodDisruptionBudget>,
            "certificatesigningrequests" => RunAsync<CertificateSigningRequest>,
            "selfsubjectreviews" => RunAsync<SelfSubjectReview>,
            "selfsubjectaccessreviews" => RunAsync<SelfSubjectAccessReview>,
            _ => (Func<Capture, Target, Task>?)null,
        };
        if (run is not null)
        {
            await run(capture, target);
        }

        await RunGenericAsync(capture, target);
    }

    [Fact]
    public void What_is_left_out_is_there_and_has_a_reason()
    {
        var numbers = Capture.Names.Select(n => n[..3]).ToHashSet();

        LeftOut.All.Keys.Where(n => !numbers.Contains(n)).ShouldBeEmpty();
        Replayed.Count.ShouldBeGreaterThan(270);
    }

    private static Task RunAsync<T>(Capture capture, Target target)
        where T : KubernetesObject, IKnownKind =>
        RunAsync(capture, target, client => client.Of<T>(target.Namespace));

    private static Task RunGenericAsync(Capture capture, Target target)
    {
        var group = capture.Path.StartsWith("/api/", StringComparison.Ordinal) ? "" : target.Group;
        var kind = new ObjectKind(group, target.Kind);
        return RunAsync(capture, target, client => client.Of(kind, target.Namespace));
    }

    private static async Task RunAsync<T>(
        Capture capture,
        Target target,
        Func<IKubernetesClient, IObjectApi<T>> of
    )
        where T : KubernetesObject
    {
        var server = new CapturedServer(capture);
        using var client = server.Client(
            new KubernetesClientOptions
            {
                PageSize = capture.Query.TryGetValue("limit", out var limit) ? int.Parse(limit) : 0,
                LongestRetryWait = TimeSpan.Zero,
            }
        );
        Task<object?> Call() => CallAsync(capture, target, client, of(client));

        if (capture.Status < HttpStatusCode.BadRequest)
        {
            var answer = await Call();
            Check(capture, answer as string, answer as JsonNode);
        }
        else
        {
            var refused = await Should.ThrowAsync<KubernetesException>(Call, capture.Name);
            RefusalTests.Check(refused, capture);
        }

        server.Left.ShouldBe(0, capture.Name);
    }

    /// <summary>What came back: JSON, or "done" where the API only says so.</summary>
    private static async Task<object?> CallAsync<T>(
        Capture capture,
        Target target,
        IKubernetesClient client,
        IObjectApi<T> api
    )
        where T : KubernetesObject
    {
        var type = KubernetesJson.Of<T>();
        T Body() => capture.RequestBody.Deserialize(type)!;
        JsonNode? Json(T? value) =>
            value is null ? null : JsonSerializer.SerializeToNode(value, type);
        var options = new WriteOptions
        {
            IsDryRun = capture.Query.ContainsKey("dryRun"),
            FieldManager = capture.Query.GetValueOrDefault("fieldManager"),
            FieldValidation = capture.Query.GetValueOrDefault("fieldValidation"),
            Subresource = target.Subresource,
        };
        switch (capture.Method)
        {
            case "POST" when target.Subresource == "eviction":
                await client.EvictAsync(target.Namespace!, target.Name!, null, options.IsDryRun);
                return "done";
            case "POST":
                return Json(await api.CreateAsync(Body(), options));
            case "PUT":
                return Json(await api.ReplaceAsync(Body(), options));
            case "PATCH":
                return Json(await api.PatchAsync(target.Name!, Patch(capture), options));
            case "DELETE":
                var how = capture.RequestBody?.Deserialize(KubernetesJson.Default.DeleteOptions);
                return (object?)Json(await api.DeleteAsync(target.Name!, how, options.IsDryRun))
                    ?? "done";
            case "GET" when target.Name is { } name:
                return Json(await api.GetAsync(name));
            default:
                var list = await api.ListAsync(
                    new Selection
                    {
                        Labels = capture.Query.GetValueOrDefault("labelSelector"),
                        Fields = capture.Query.GetValueOrDefault("fieldSelector"),
                    }
                );
                return JsonSerializer.SerializeToNode(list, KubernetesJson.Of<ObjectList<T>>());
        }
    }

    private static ObjectPatch Patch(Capture capture)
    {
        var body = capture.RequestBody!;
        return capture.ContentType switch
        {
            "application/json-patch+json" => ObjectPatch.Json(body.AsArray()),
            "application/merge-patch+json" => ObjectPatch.Merge(body.AsObject()),
            "application/strategic-merge-patch+json" => ObjectPatch.StrategicMerge(body.AsObject()),
            var type => capture.Query.ContainsKey("force")
                ? ObjectPatch.Apply(body.AsObject(), capture.Query["force"] == "true")
                : throw new InvalidOperationException(type),
        };
    }

    private static void Check(Capture capture, string? done, JsonNode? answer)
    {
        if (done is not null)
        {
            capture.ResponseBody!["kind"]!.GetValue<string>().ShouldBe("Status");
            return;
        }

        // Kind and version of items are the client's; the list's own continuation belongs to the page.
        foreach (var item in answer!["items"]?.AsArray() ?? [])
        {
            item!.AsObject().Remove("kind");
            item.AsObject().Remove("apiVersion");
        }

        SameJson.ShouldBeSame(answer, capture.ResponseBody, capture.Name);
    }
}
