using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mullion.Kubernetes.Tests.Captured;

/// <summary>An exchange with a real control plane.</summary>
internal sealed class Capture
{
    private static readonly string Folder = System.IO.Path.Combine(
        AppContext.BaseDirectory,
        "Captures"
    );

    private Capture(string name, JsonNode json)
    {
        Name = name;
        var request = json["request"]!;
        var response = json["response"]!;
        Method = request["method"]!.GetValue<string>();
        var target = request["path"]!.GetValue<string>().Split('?', 2);
        Path = target[0];
        Query = ParseQuery(target.ElementAtOrDefault(1) ?? "");
        ContentType = request["headers"]?["Content-Type"]?.GetValue<string>();
        RequestBody = request["body"];
        Status = (HttpStatusCode)response["status"]!.GetValue<int>();
        Headers = response["headers"]?.AsObject() ?? [];
        Lines = response["lines"]?.AsArray();
        ResponseBody = response["body"] ?? (Status == HttpStatusCode.OK ? null : Lines?[0]);
    }

    public string Name { get; }

    public string Method { get; }

    public string Path { get; }

    public IReadOnlyDictionary<string, string> Query { get; }

    public string? ContentType { get; }

    public JsonNode? RequestBody { get; }

    public HttpStatusCode Status { get; }

    public JsonObject Headers { get; }

    public JsonNode? ResponseBody { get; }

    public JsonArray? Lines { get; }

    public static IEnumerable<string> Names =>
        Directory
            .GetFiles(Folder, "*.json")
            .Select(f => System.IO.Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal);

    /// <summary>One by the whole name or its number.</summary>
    public static Capture Load(string name)
    {
        var file = Directory
            .GetFiles(Folder, name.Length == 3 ? name + "-*.json" : name + ".json")
            .Single();
        return new(
            System.IO.Path.GetFileNameWithoutExtension(file),
            JsonNode.Parse(File.ReadAllText(file))!
        );
    }

    /// <summary>The answer as it was.</summary>
    public HttpResponseMessage Response()
    {
        var text =
            Lines is not null && Status == HttpStatusCode.OK
                ? string.Concat(Lines.Select(l => l!.ToJsonString() + "\n"))
            : ResponseBody is JsonValue plain && plain.GetValueKind() == JsonValueKind.String
                ? plain.GetValue<string>()
            : ResponseBody?.ToJsonString() ?? "";
        var response = new HttpResponseMessage(Status)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)),
        };
        foreach (var (name, value) in Headers)
        {
            if (name == "Content-Type")
            {
                response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(
                    value!.GetValue<string>()
                );
            }
            else if (value is JsonArray several)
            {
                response.Headers.Add(name, several.Select(v => v!.GetValue<string>()));
            }
            else if (name != "Transfer-Encoding")
            {
                response.Headers.TryAddWithoutValidation(name, value!.ToString());
            }
        }

        return response;
    }

    public static Dictionary<string, string> ParseQuery(string query) =>
        query
            .TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(
                pair => Uri.UnescapeDataString(pair[0]),
                pair => Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "")
            );

    public override string ToString() => Name;
}
