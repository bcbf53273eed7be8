using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mullion.Lab.SwarmManager.Model;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>
/// The part of the Docker Engine API (1.41) that Mullion and the docker client's node and service commands use, over a
/// <see cref="SwarmModel"/>. Statuses and texts are those of dockerd 20.10.24.
/// </summary>
internal sealed class SwarmEngineApi(SwarmModel model)
{
    private const int MinMinor = 12;
    private const int MaxMinor = 41;

    /// <summary>Parts of the API that dockerd has and this has not: they say so, instead of "page not found".</summary>
    private static readonly HashSet<string> NotSimulated =
    [
        "auth",
        "build",
        "commit",
        "configs",
        "containers",
        "distribution",
        "events",
        "exec",
        "images",
        "networks",
        "plugins",
        "secrets",
        "session",
        "swarm",
        "system",
        "volumes",
    ];

    public EngineResponse Handle(EngineRequest request)
    {
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            if (parts is [['v', .. var number], ..] && Minor(number) is { } minor)
            {
                if (Unsupported(number, minor) is { } refused)
                {
                    return refused;
                }

                parts = parts[1..];
            }

            return model.Do(state => Route(state, request, parts));
        }
        catch (SwarmRefusal refusal)
        {
            return EngineError.Response(refusal);
        }
        catch (EngineError error)
        {
            return EngineResponse.Error(error.Status, error.Message);
        }
        catch (JsonException e)
        {
            return EngineResponse.Error(400, $"json: {e.Message}");
        }
    }

    private EngineResponse Route(SwarmState state, EngineRequest request, string[] parts) =>
        (request.Method, parts) switch
        {
            ("GET" or "HEAD", ["_ping"]) => EngineResponse.Text(200, "OK"),
            ("GET", ["version"]) => EngineResponse.Json(EngineJson.Version(state)),
            ("GET", ["info"]) => EngineResponse.Json(EngineJson.Info(state)),
            ("GET", ["swarm"]) => EngineResponse.Json(ClusterJson.Of(state, withTokens: true)),
            ("POST", ["swarm", "update"]) => Done(() => SwarmRoutes.Update(state, request)),
            ("POST", ["swarm", "join" or "init"]) => EngineResponse.Error(
                503,
                SwarmRoutes.AlreadyMember
            ),
            ("POST", ["swarm", "leave"]) when !request.Flag("force") => EngineResponse.Error(
                503,
                SwarmRoutes.LastManager
            ),
            ("GET", ["nodes"]) => EngineResponse.Json(NodeRoutes.List(state, request)),
            ("GET", ["nodes", var id]) => EngineResponse.Json(
                NodeJson.Of(state, NodeRoutes.Find(state, id))
            ),
            ("DELETE", ["nodes", var id]) => Done(() =>
                model.Nodes.Remove(NodeRoutes.Find(state, id), request.Flag("force"))
            ),
            ("POST", ["nodes", var id, "update"]) => Done(() =>
                NodeRoutes.Update(state, id, request)
            ),
            ("GET", ["services"]) => EngineResponse.Json(ServiceRoutes.List(state, request)),
            ("POST", ["services", "create"]) => EngineResponse.Json(
                new JsonObject
                {
                    ["ID"] = model.Services.Create(ServiceRoutes.Spec(state, request)).Id,
                },
                201
            ),
            ("GET", ["services", var id]) => EngineResponse.Json(
                ServiceJson.Of(state, ServiceRoutes.Find(state, id), request.Flag("status"))
            ),
            ("DELETE", ["services", var id]) => Done(() =>
                model.Services.Remove(ServiceRoutes.Find(state, id))
            ),
            ("POST", ["services", var id, "update"]) => UpdateService(state, id, request),
            ("GET", ["tasks"]) => EngineResponse.Json(TaskRoutes.List(state, request)),
            ("GET", ["tasks", var id]) => EngineResponse.Json(
                TaskJson.Of(TaskRoutes.Find(state, id))
            ),
            ("GET", ["networks"]) => EngineResponse.Json(new JsonArray(NetworkJson.Ingress(state))),
            ("GET", ["networks", var id]) when id == "ingress" || id == state.IngressId =>
                EngineResponse.Json(NetworkJson.Ingress(state)),
            ("GET", ["networks", var id]) => throw EngineError.NotFound("network", id),
            ("GET", ["containers" or "images", "json"]) or ("GET", ["secrets" or "configs"]) =>
                EngineResponse.Json(new JsonArray()),
            ("GET", ["services" or "tasks", _, "logs"]) => EngineResponse.Error(
                501,
                "the simulated Swarm manager does not simulate logs of services and tasks; a real one asks the same workers for them"
            ),
            (_, [var head, ..]) when NotSimulated.Contains(head) => EngineResponse.Error(
                501,
                $"the simulated Swarm manager does not simulate {request.Method} {request.Path}"
            ),
            _ => EngineResponse.Error(404, "page not found") with { Routed = false },
        };

    private EngineResponse UpdateService(SwarmState state, string id, EngineRequest request)
    {
        var version = EngineBody.Version(request, "service");
        var spec = ServiceRoutes.Spec(state, request);
        model.Services.Update(ServiceRoutes.Find(state, id), version, spec);
        return EngineResponse.Json(new JsonObject { ["Warnings"] = null });
    }

    private static EngineResponse Done(Action work)
    {
        work();
        return EngineResponse.Empty;
    }

    private static int? Minor(string number) =>
        number.StartsWith("1.", StringComparison.Ordinal)
        && int.TryParse(
            number.AsSpan(2),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var minor
        )
            ? minor
            : null;

    private static EngineResponse? Unsupported(string number, int minor) =>
        minor switch
        {
            > MaxMinor => EngineResponse.Error(
                400,
                $"client version {number} is too new. Maximum supported API version is {EngineJson.ApiVersion}"
            ),
            < MinMinor => EngineResponse.Text(
                400,
                $"client version {number} is too old. Minimum supported API version is {EngineJson.MinApiVersion}, please upgrade your client to a newer version"
            ),
            _ => null,
        };
}
