using System.Globalization;
using Mullion.Core.Findings;
using Mullion.Core.Specs;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Limitations;

/// <summary>Versions that do not go together, or of which nobody says that they do.</summary>
internal static class VersionLimits
{
    // swarm-protocol.md, 2: from 28.0 on managers keep offering ALPN; from 28.0 on engines insist on it.
    private const int Alpn = 28;
    private const string Matrix = "https://success.mirantis.com/article/compatibility-matrix";

    public static IEnumerable<Finding> Of(LimitScope scope) =>
        [.. Managers(scope), .. Mke(scope), .. Orchestrator(scope)];

    private static IEnumerable<Finding> Managers(LimitScope scope)
    {
        var managers = scope.Nodes.Where(n => n.Role == "manager").ToList();
        foreach (var windows in managers.Where(m => m.Os == "windows"))
        {
            yield return Finding.Warn(
                "windows-manager",
                $"{windows.Name} is a manager on Windows; managers run on Linux alone.",
                $"Make a Linux node a manager first, then: docker node demote {windows.Name}"
            );
        }

        var engine = scope.Host.Engine?.Version ?? scope.Host.Engine?.Installed?.Version;
        var old = managers.Where(m => Major(m.EngineVersion) < Alpn).ToList();
        if (old.Count > 0 && Major(engine) >= Alpn)
        {
            yield return Finding.Warn(
                "manager-alpn",
                $"{string.Join(", ", old.Select(m => $"{m.Name} ({m.EngineVersion})"))} stops offering ALPN once its certificate is renewed, and the engine {engine} of this host insists on it: the node may lose its manager then.",
                $"Update the managers to {Alpn}.0 or later. Until then a restart of dockerd on the manager helps for some weeks."
            );
        }
    }

    private static IEnumerable<Finding> Mke(LimitScope scope)
    {
        if (scope.Mke is not { } mke)
        {
            yield break;
        }

        var row = MkeBuilds.Known.LastOrDefault(r => r.Holds(MkeVersionText.Minor(mke.Version)));
        if (row is null)
        {
            yield return Finding.Unknown(
                "compatibility",
                $"Which Windows builds UCP or MKE {mke.Version} takes, Mullion has no source for; the host has {scope.Host.Build}.",
                "Look it up in the compatibility matrix."
            ) with
            {
                Link = Matrix,
            };
        }
        else if (!row.Builds.Contains(scope.Host.Build))
        {
            yield return Finding.Warn(
                "compatibility",
                $"UCP or MKE {mke.Version} takes Windows builds {string.Join(", ", row.Builds)}, as far as is known, and the host has {scope.Host.Build}.",
                "Use another Windows, or another version of MKE; the compatibility matrix may know more."
            ) with
            {
                Evidence = row.Source,
                Link = Matrix,
            };
        }
        else
        {
            yield return Finding.Ok(
                "compatibility",
                $"UCP or MKE {mke.Version} takes Windows build {scope.Host.Build}."
            );
        }
    }

    private static IEnumerable<Finding> Orchestrator(LimitScope scope) =>
        scope.Mke is { } mke
        && scope.Nodes.FirstOrDefault(n => n.Id == scope.NodeId) is { } own
        && own.Labels.GetValueOrDefault(MkeSpec.KubernetesLabel) == "true"
            ?
            [
                Finding.Warn(
                    "orchestrator-swarm-only",
                    MkeVersionText.Minor(mke.Version) < 3
                        ? $"{own.Name} is labelled for Kubernetes, and UCP {mke.Version} runs Windows containers with Swarm alone."
                        : $"{own.Name} is labelled for Kubernetes and for Swarm: mixed nodes are for trying things out only.",
                    $"docker node update --label-rm {MkeSpec.KubernetesLabel} {own.Name}"
                ),
            ]
            : [];

    private static int? Major(string? version) =>
        int.TryParse(
            version?.Split('.')[0],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var major
        )
            ? major
            : null;
}
