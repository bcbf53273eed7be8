using System.Text.Json.Nodes;

namespace Mullion.Kubernetes.Tests.Captured;

/// <summary>Compares JSON.</summary>
internal static class SameJson
{
    /// <summary>Fails when two differ by more than members that are null, which the API takes for absent.</summary>
    public static void ShouldBeSame(JsonNode? actual, JsonNode? expected, string where)
    {
        var (one, other) = (WithoutNulls(actual), WithoutNulls(expected));
        if (!JsonNode.DeepEquals(one, other))
        {
            Assert.Fail(
                $"{where}\nexpected {other?.ToJsonString()}\nbut was  {one?.ToJsonString()}"
            );
        }
    }

    public static JsonNode? WithoutNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject mapping:
                var kept = new JsonObject();
                foreach (var (key, value) in mapping)
                {
                    if (value is not null)
                    {
                        kept[key] = WithoutNulls(value);
                    }
                }

                return kept;
            case JsonArray list:
                return new JsonArray([.. list.Select(WithoutNulls)]);
            default:
                return node?.DeepClone();
        }
    }
}
