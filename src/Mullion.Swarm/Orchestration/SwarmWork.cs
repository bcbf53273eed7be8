using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mullion.Core.Orchestrators;
using Mullion.Docker.Networks;
using Mullion.Docker.Services;

namespace Mullion.Swarm.Orchestration;

/// <summary>
/// Reads of networks and services what matters to Windows nodes. What their JSON does not have, or has in another form, is not there: the
/// engine has checked it, and Mullion only tells of it.
/// </summary>
internal static partial class SwarmWork
{
    private const string Vnis = "com.docker.network.driver.overlay.vxlanid_list";

    public static ClusterWork Of(
        IReadOnlyList<DockerNetwork> networks,
        IReadOnlyList<SwarmService> services
    ) =>
        new(
            [
                .. networks
                    .Where(n => n.Scope == "swarm")
                    .Select(Network)
                    .OrderBy(n => n.Name, StringComparer.Ordinal),
            ],
            [.. services.Select(s => Service(s.Spec)).OrderBy(s => s.Name, StringComparer.Ordinal)]
        );

    private static ClusterNetwork Network(DockerNetwork network) =>
        new(
            network.Id,
            network.Name,
            network.Driver,
            network.Options.ContainsKey("encrypted"),
            [
                .. network
                    .Options.GetValueOrDefault(Vnis, "")
                    .Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(v => int.TryParse(v, CultureInfo.InvariantCulture, out var n) ? n : -1)
                    .Where(n => n >= 0),
            ]
        );

    private static ClusterService Service(ServiceSpec spec)
    {
        var template = spec.TaskTemplate;
        var container = template.ContainerSpec?.Other;
        var secrets = Items(container, "Secrets").ToList();
        return new ClusterService(
            spec.Name,
            MayRunOnWindows(template.Placement),
            [
                .. Items(template.Other, "Networks")
                    .Concat(Items(spec.Other, "Networks"))
                    .Select(n => Text(n, "Target"))
                    .Where(t => t.Length > 0)
                    .Distinct(),
            ],
            [
                .. Items(container, "Mounts")
                    .Where(m => Text(m, "Type") is "bind" or "")
                    .Select(m => Text(m, "Source"))
                    .Where(s => s.EndsWith(".sock", StringComparison.Ordinal)),
            ],
            [.. secrets.Select(s => Text(s, "SecretName"))],
            [.. secrets.Where(HasOwner).Select(s => Text(s, "SecretName"))],
            [
                .. Items(Child(spec.Other, "EndpointSpec"), "Ports")
                    .Where(p => Text(p, "PublishMode") is "ingress" or "")
                    .Select(p => Number(p, "PublishedPort"))
                    .Where(p => p > 0),
            ]
        );
    }

    /// <summary>What docker writes where nobody asks for anything: owner and group 0, mode 0444.</summary>
    private static bool HasOwner(JsonElement secret) =>
        secret.TryGetProperty("File", out var file)
        && (
            Text(file, "UID") is not ("" or "0")
            || Text(file, "GID") is not ("" or "0")
            || Number(file, "Mode") is not (0 or 292)
        );

    private static bool MayRunOnWindows(Placement? placement)
    {
        var platforms = Items(placement?.Other, "Platforms")
            .Select(p => Text(p, "OS"))
            .Where(os => os.Length > 0)
            .ToList();
        return (platforms.Count == 0 || platforms.Contains("windows"))
            && (placement?.Constraints ?? []).All(AllowsWindows);
    }

    private static bool AllowsWindows(string constraint) =>
        Constraint().Match(constraint) is not { Success: true } match
        || (match.Groups["key"].Value.ToLowerInvariant(), match.Groups["value"].Value) switch
        {
            ("node.platform.os", var os) => Same(os, "windows")
                == (match.Groups["op"].Value == "=="),
            // Managers run on Linux.
            ("node.role", var role) => Same(role, "worker") == (match.Groups["op"].Value == "=="),
            _ => true,
        };

    private static bool Same(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<JsonElement> Items(
        IReadOnlyDictionary<string, JsonElement>? fields,
        string name
    ) =>
        fields?.TryGetValue(name, out var list) == true && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];

    private static Dictionary<string, JsonElement>? Child(
        IReadOnlyDictionary<string, JsonElement>? fields,
        string name
    ) =>
        fields?.TryGetValue(name, out var child) == true && child.ValueKind == JsonValueKind.Object
            ? child.EnumerateObject().ToDictionary(p => p.Name, p => p.Value)
            : null;

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static int Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.TryGetInt32(out var number)
            ? number
            : 0;

    [GeneratedRegex(@"^\s*(?<key>[\w.]+)\s*(?<op>==|!=)\s*(?<value>\S+)\s*$")]
    private static partial Regex Constraint();
}
