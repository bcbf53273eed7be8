using Mullion.Core.Specs;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Images;

/// <summary>
/// The images that a Windows worker of UCP or MKE needs: what <c>images --list --enable-windows</c> prints on a manager. What its agent
/// wants beyond these it pulls itself.
/// </summary>
public static class MkeImages
{
    private const string SwarmOnly =
        "https://docs.mirantis.com/mke/current/install/deploy-swarm-only/swarm-only-images.html";

    /// <summary>What is known, oldest first.</summary>
    public static IReadOnlyList<MkeImageSet> Known { get; } =
    [
        new(0, ["ucp-agent-win", "ucp-dsinfo-win"], "seed 0ecf1c42, \"Pull the Windows images\""),
        new(
            3,
            ["ucp-agent-win", "ucp-dsinfo-win", "ucp-kube-binaries-win", "ucp-docker-cni-win"],
            "fact sheet docker-enterprise.md, 1"
        ),
        new(
            7,
            [
                "ucp-agent-win",
                "ucp-containerd-shim-process-win",
                "ucp-dsinfo-win",
                "ucp-kube-binaries-win",
                "ucp-docker-cni-win",
            ],
            SwarmOnly + ", and the set before it for clusters with Kubernetes"
        ),
    ];

    /// <summary>The set that a version needs.</summary>
    /// <param name="version">The version, such as <c>3.2.5</c>.</param>
    public static MkeImageSet SetOf(string version) =>
        Known.Last(s => s.FromMinor <= MkeVersionText.Minor(version));

    /// <summary>The images, with their repository and version.</summary>
    public static IEnumerable<ImageReference> Of(MkeSpec mke) =>
        SetOf(mke.Version).Names.Select(name => Of(mke, name));

    /// <summary>The image of the agent, whose <c>generate-certs</c> makes an engine's certificate.</summary>
    internal static ImageReference Agent(MkeSpec mke) => Of(mke, "ucp-agent-win");

    private static ImageReference Of(MkeSpec mke, string name) =>
        ImageReference.Parse($"{mke.Repository}/{name}:{mke.Version}")!;
}
