using Microsoft.AspNetCore.Http;
using Mullion.Lab.Folders;
using Mullion.Lab.SwarmManager.Engine;

namespace Mullion.Lab.SwarmManager.Servers;

/// <summary>Serves the Engine API on a unix socket.</summary>
internal static class EngineEndpoint
{
    /// <summary>A spec of 5,000 labels is far below; a body beyond it is no request of a client.</summary>
    private const int MaxBody = 16 * 1024 * 1024;

    public static async Task<LocalServer> StartAsync(string socket, SwarmEngineApi api)
    {
        var server = await LocalServer.StartAsync(
            options =>
            {
                options.Limits.MaxRequestBodySize = MaxBody;
                options.ListenUnixSocket(socket);
            },
            http => HandleAsync(http, api)
        );
        OwnerOnly.Restrict(socket);
        return server;
    }

    private static async Task HandleAsync(HttpContext http, SwarmEngineApi api)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var answer = api.Handle(
            new EngineRequest(
                http.Request.Method,
                http.Request.Path.Value ?? "/",
                EngineQuery.Parse(http.Request.QueryString.Value ?? ""),
                body.ToArray()
            )
        );
        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (answer.ContentType.Length > 0)
        {
            http.Response.ContentType = answer.ContentType;
        }

        http.Response.ContentLength = answer.Body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
        }
    }
}
