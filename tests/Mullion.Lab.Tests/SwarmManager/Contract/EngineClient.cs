using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>The Engine API as bare HTTP: tests of the server must not depend on the client they are for.</summary>
public sealed class EngineClient(HttpMessageHandler handler) : IDisposable
{
    private readonly HttpClient http = new(handler) { BaseAddress = new Uri("http://engine") };

    public Task<HttpResponseMessage> RawAsync(string path) => http.GetAsync(path);

    public Task<(HttpStatusCode Status, JsonNode? Body)> GetAsync(string path) =>
        SendAsync(HttpMethod.Get, path, null);

    public Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(string path, string json = "") =>
        SendAsync(HttpMethod.Post, path, json);

    public Task<(HttpStatusCode Status, JsonNode? Body)> DeleteAsync(string path) =>
        SendAsync(HttpMethod.Delete, path, null);

    /// <summary>The body of a request that must succeed.</summary>
    public async Task<JsonNode> ReadAsync(string path)
    {
        var (status, body) = await GetAsync(path);
        status.ShouldBe(HttpStatusCode.OK, body?.ToJsonString());
        return body!;
    }

    public async Task<JsonNode> TasksAsync(string service) =>
        await ReadAsync(
            "/v1.41/tasks?filters=" + Uri.EscapeDataString($$"""{"service":["{{service}}"]}""")
        );

    public async Task<string> CreateServiceAsync(
        string name,
        int replicas,
        params string[] constraints
    )
    {
        var spec = new JsonObject
        {
            ["Name"] = name,
            ["TaskTemplate"] = new JsonObject
            {
                ["ContainerSpec"] = new JsonObject { ["Image"] = "shop/web:1" },
                ["Placement"] = new JsonObject
                {
                    ["Constraints"] = new JsonArray([
                        .. constraints.Select(constraint => JsonValue.Create(constraint)),
                    ]),
                },
            },
            ["Mode"] = new JsonObject
            {
                ["Replicated"] = new JsonObject { ["Replicas"] = replicas },
            },
        };
        var (status, body) = await PostAsync("/services/create", spec.ToJsonString());
        status.ShouldBe(HttpStatusCode.Created, body?.ToJsonString());
        return (string)body!["ID"]!;
    }

    /// <summary>Reads a node's spec, changes it and writes it back at the version it was read with.</summary>
    public async Task UpdateNodeAsync(string id, Action<JsonNode> change)
    {
        var node = await ReadAsync($"/nodes/{id}");
        var spec = node["Spec"]!;
        change(spec);
        var (status, body) = await PostAsync(
            $"/nodes/{id}/update?version={node["Version"]!["Index"]}",
            spec.ToJsonString()
        );
        status.ShouldBe(HttpStatusCode.OK, body?.ToJsonString());
    }

    public void Dispose() => http.Dispose();

    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(
        HttpMethod method,
        string path,
        string? json
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType == "application/json"
                ? JsonNode.Parse(text)
                : null
        );
    }
}
