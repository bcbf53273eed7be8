using System.Globalization;
using Mullion.Core.Findings;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// Which Windows an engine starts on: from 23.0 on dockerd ends at once on a build before 17763 (moby, checkSystem in
/// daemon/daemon_windows.go; moby/moby#43254).
/// </summary>
internal static class EngineBuilds
{
    private const int Rs5 = 17763;

    private const int FirstThatNeedsIt = 23;

    /// <summary>The least build that an engine starts on; null when any build will do.</summary>
    public static int? LeastBuild(string version) =>
        int.TryParse(
            version.Split('.')[0],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var major
        )
        && major >= FirstThatNeedsIt
            ? Rs5
            : null;

    /// <summary>What stands in the way of an engine on a build; null when nothing does.</summary>
    public static Finding? Check(string version, int build) =>
        build < LeastBuild(version)
            ? Finding.Refuse(
                "engine-build",
                $"Engine {version} does not start on Windows build {build}: engines from {FirstThatNeedsIt}.0 on need build {Rs5} or later.",
                "Set engine.version to 20.10.24 and engine.package to its url and sha256, or use Windows Server 2019, 2022 or 2025."
            )
            : null;
}
