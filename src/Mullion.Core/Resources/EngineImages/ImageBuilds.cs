using Mullion.Core.Findings;

namespace Mullion.Core.Resources.EngineImages;

/// <summary>
/// Tells by its tag for which Windows a base image is made. A host runs no image that is newer than itself, and with process isolation
/// none that is older, but for Server 2025 with those of 2022 (Microsoft, Windows container version compatibility).
/// </summary>
public static class ImageBuilds
{
    private const string Link =
        "https://learn.microsoft.com/virtualization/windowscontainers/deploy-containers/version-compatibility";

    /// <summary>The tags of <c>mcr.microsoft.com/windows/*</c>, and the Windows build that each is for.</summary>
    public static IReadOnlyList<(string Tag, int Build)> Known { get; } =
    [
        ("ltsc2016", 14393),
        ("1809", 17763),
        ("ltsc2019", 17763),
        ("ltsc2022", 20348),
        ("ltsc2025", 26100),
    ];

    /// <summary>What is to be told of an image on a host; null when nothing is. Tags that end like Microsoft's mean the same.</summary>
    /// <param name="name">The image.</param>
    /// <param name="host">The host's build.</param>
    public static Finding? Check(string name, int host)
    {
        var found = Known
            .Where(k => name.EndsWith(k.Tag, StringComparison.Ordinal))
            .Select(k => k.Build)
            .FirstOrDefault();
        return found == 0 || found == host || (found, host) == (20348, 26100) ? null
            : found > host
                ? Finding.Refuse(
                    "image-newer-than-host",
                    $"The image {name} is made for Windows build {found}, and the host has {host}: the engine does not pull it.",
                    $"Name the variant for build {host}, or take it out of images."
                ) with
                {
                    Link = Link,
                }
            : Finding.Warn(
                "image-older-than-host",
                $"The image {name} is made for Windows build {found}, and the host has {host}: it runs with Hyper-V isolation alone, which swarm services have to ask for.",
                $"Name the variant for build {host}, if there is one."
            ) with
            {
                Link = Link,
            };
    }
}
