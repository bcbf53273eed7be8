using System.Text.Json;
using Mullion.Core.Specs;
using Mullion.Testing;

namespace Mullion.Core.Tests.Specs;

public class ClusterSpecSchemaTests
{
    [Fact]
    public void The_schema_is_the_accepted_one() =>
        Snapshot.Match(ClusterSpecSchema.Json(), "cluster-spec.schema");

    [Fact]
    public void The_loader_reads_every_key_of_the_schema()
    {
        foreach (var path in KeyPaths())
        {
            // A list in a list fits nowhere: a key that is read complains of it, one that is not stays silent.
            var errors = Spec.Load(With(path, "[[]]")).Errors;

            errors.ShouldContain(
                error =>
                    error.Path.StartsWith(path, StringComparison.Ordinal)
                    && error.Reason.Contains("is expected here", StringComparison.Ordinal),
                path
            );
        }
    }

    [Fact]
    public void The_loader_knows_no_key_beyond_the_schema()
    {
        var known = KeyPaths();
        foreach (var key in known.Select(path => path.Split('.')[^1]).Distinct())
        {
            foreach (var parent in known.Select(Parent).Distinct())
            {
                var path = parent.Length == 0 ? key : $"{parent}.{key}";
                var isUnknown = Spec.Load(With(path, "x"))
                    .Errors.Any(error =>
                        error.Path == path && error.Reason == "the key is unknown"
                    );

                isUnknown.ShouldBe(!known.Contains(path), path);
            }
        }
    }

    [Fact]
    public void Every_key_is_described_in_sentences()
    {
        using var schema = JsonDocument.Parse(ClusterSpecSchema.Json());

        Descriptions(schema.RootElement).ShouldAllBe(text => text.EndsWith('.'));
        KeyPaths().ShouldContain("nodes[0].interface.mac");
    }

    private static string Parent(string path) =>
        path.Contains('.', StringComparison.Ordinal) ? path[..path.LastIndexOf('.')] : "";

    /// <summary>A document that has one value at a path such as <c>nodes[0].interface.mac</c>.</summary>
    private static string With(string path, string value) =>
        path.Split('.')
            .Reverse()
            .Aggregate(
                value,
                (inner, key) =>
                    key.EndsWith("[0]", StringComparison.Ordinal)
                        ? $"{{ {key[..^3]}: [ {inner} ] }}"
                        : $"{{ {key}: {inner} }}"
            );

    private static List<string> KeyPaths()
    {
        using var schema = JsonDocument.Parse(ClusterSpecSchema.Json());
        return [.. Walk(schema.RootElement, "")];
    }

    private static IEnumerable<string> Walk(JsonElement schema, string path)
    {
        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var inner in Walk(items, path + "[0]"))
            {
                yield return inner;
            }
        }

        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                var here = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                yield return here;
                foreach (var inner in Walk(property.Value, here))
                {
                    yield return inner;
                }
            }
        }
    }

    private static IEnumerable<string> Descriptions(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element
                .EnumerateObject()
                .SelectMany(property =>
                    property is { Name: "description", Value.ValueKind: JsonValueKind.String }
                        ? [property.Value.GetString()!]
                        : Descriptions(property.Value)
                )
            : [];
}
