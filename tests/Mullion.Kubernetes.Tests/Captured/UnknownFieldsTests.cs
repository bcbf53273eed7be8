using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Mullion.Kubernetes.Json;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Nodes;

namespace Mullion.Kubernetes.Tests.Captured;

/// <summary>Whatever a real server sent comes out again as it was, also what the records do not know.</summary>
public sealed class UnknownFieldsTests
{
    private static readonly Dictionary<string, Type> Kinds = typeof(KubernetesObject)
        .Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(KubernetesObject)) && !t.IsAbstract)
        .ToDictionary(t => t.Name == "ClusterEvent" ? "Event" : t.Name);

    [Fact]
    public void Every_captured_object_survives_reading_and_writing()
    {
        var seen = new Dictionary<string, int>();
        foreach (var (where, captured) in Objects())
        {
            var kind = captured["kind"]!.GetValue<string>();
            SameJson.ShouldBeSame(RoundTrip(captured, typeof(GenericObject)), captured, where);
            if (Kinds.TryGetValue(kind, out var type))
            {
                SameJson.ShouldBeSame(RoundTrip(captured, type), captured, where);
                seen[kind] = seen.GetValueOrDefault(kind) + 1;
            }
        }

        seen.Values.Sum().ShouldBeGreaterThan(250);
        Kinds
            .Keys.Except(seen.Keys)
            .ShouldBe(["GenericObject"], "each kind with a record is among the captures");
    }

    [Fact]
    public void A_field_nobody_knows_survives_at_every_level_of_a_node()
    {
        var captured = Capture.Load("461").ResponseBody!;
        var places = Sow(captured, 0);

        var again = RoundTrip(captured, typeof(Node));

        places.ShouldBeGreaterThan(15);
        SameJson.ShouldBeSame(again, captured, "461 with unknown fields");
    }

    /// <summary>Puts an unknown field into every mapping but those of labels, annotations and quantities.</summary>
    private static int Sow(JsonNode? node, int count)
    {
        switch (node)
        {
            case JsonObject mapping:
                foreach (var (key, value) in mapping.ToList())
                {
                    count = key is "labels" or "annotations" or "capacity" or "allocatable"
                        ? count
                        : Sow(value, count);
                }

                mapping["fromTheFuture"] = new JsonObject { ["x"] = new JsonArray(1, 2.50, "z") };
                return count + 1;
            case JsonArray list:
                return list.Aggregate(count, (sum, item) => Sow(item, sum));
            default:
                return count;
        }
    }

    private static JsonNode? RoundTrip(JsonNode captured, Type type)
    {
        JsonTypeInfo info = KubernetesJson.Default.GetTypeInfo(type)!;
        return JsonSerializer.SerializeToNode(captured.Deserialize(info), info);
    }

    private static IEnumerable<(string Where, JsonNode Object)> Objects()
    {
        foreach (var name in Capture.Names)
        {
            var capture = Capture.Load(name);
            JsonNode?[] sent = [capture.RequestBody, capture.ResponseBody];
            var events = (capture.Lines ?? []).Select(l => l!["object"]);
            foreach (var node in sent.Concat(events).OfType<JsonObject>())
            {
                var kind = node["kind"]?.GetValue<string>();
                foreach (var item in node["items"]?.AsArray().OfType<JsonObject>() ?? [])
                {
                    if (kind is not null && item["metadata"] is not null)
                    {
                        item["kind"] = kind[..^"List".Length];
                        yield return (name, item);
                    }
                }

                // 638 has a number where a text is due: it was sent to be refused.
                if (
                    kind is not null
                    && node["metadata"] is JsonObject
                    && !name.StartsWith("638", StringComparison.Ordinal)
                )
                {
                    yield return (name, node);
                }
            }
        }
    }
}
