using System.Text.Json.Nodes;
using Mullion.Lab.SwarmManager.Model;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>What all objects of a swarm begin with.</summary>
internal static class ObjectJson
{
    public static JsonObject Head(
        string id,
        ulong version,
        DateTimeOffset created,
        DateTimeOffset updated
    ) =>
        new()
        {
            ["ID"] = id,
            ["Version"] = new JsonObject { ["Index"] = version },
            ["CreatedAt"] = DockerTime.Text(created),
            ["UpdatedAt"] = DockerTime.Text(updated),
        };

    public static JsonObject Map(IReadOnlyDictionary<string, string> labels)
    {
        var map = new JsonObject();
        foreach (var (key, value) in labels.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            map[key] = value;
        }

        return map;
    }

    public static JsonObject TlsInfo(ClusterAuthority authority) =>
        new()
        {
            ["TrustRoot"] = authority.RootPem,
            ["CertIssuerSubject"] = Convert.ToBase64String(authority.Subject),
            ["CertIssuerPublicKey"] = Convert.ToBase64String(authority.PublicKey),
        };
}
