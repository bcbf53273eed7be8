namespace Mullion.Simulation.Quirks;

/// <summary>Engines from 23.0 on do not start on Server 2016.</summary>
internal static class EngineNeedsRs5
{
    public static readonly Quirk Quirk = new(
        "engine-needs-rs5",
        "An engine of version 23.0 or later does not start on a build before 17763.",
        "moby, checkSystem in daemon/daemon_windows.go since moby/moby#43254; the text as in MicrosoftDocs/Virtualization-Documentation#1922"
    );

    /// <summary>Why an engine does not start; null when its version may.</summary>
    public static string? WhyNot(SimulatedHost host, string version) =>
        !Starts(host.State.Machine.Build, version) && host.Has(Quirk)
            ? "failed to start daemon: this version of Windows does not support the docker daemon "
                + "(Windows build 17763 or higher is required)"
            : null;

    /// <summary>Whether an engine of a version starts on a build.</summary>
    public static bool Starts(int build, string version) =>
        build >= 17763 || !int.TryParse(version.Split('.')[0], out var major) || major < 23;
}
