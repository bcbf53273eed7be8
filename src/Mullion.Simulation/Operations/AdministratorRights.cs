using Mullion.Core.Hosts;

namespace Mullion.Simulation.Operations;

/// <summary>
/// What Windows refuses to a program without a full administrator token. Reading files, services, firewall rules and the
/// machine's facts is anybody's.
/// </summary>
/// <remarks>
/// Sources: facts on HCN, section 1 (every call needs elevation, otherwise 0x80070005); DISM ("Error: 740 Elevated permissions
/// are required to run DISM", reads included); documentation of "Service Security and Access Rights" (5), of INetFwRules (5) and
/// of dockerd's <c>--group</c> (the pipe is for Administrators and SYSTEM).
/// </remarks>
internal static class AdministratorRights
{
    /// <summary>E_ACCESSDENIED, as HNS gives it.</summary>
    public const int HnsAccessDenied = unchecked((int)0x80070005);

    // Anybody may make files below C:\ProgramData; the engine's folder there has an access list of its own.
    private static readonly string[] Guarded =
    [
        HostPaths.EngineData,
        @"C:\Program Files",
        @"C:\Windows",
    ];

    /// <summary>The error that an operation gives without them; 0 when it needs none.</summary>
    /// <param name="operation">Such as <c>services.start</c>.</param>
    /// <param name="target">The object.</param>
    /// <param name="engineRuns">Whether there is a pipe to be refused at.</param>
    public static int Refusal(string operation, string target, bool engineRuns) =>
        operation switch
        {
            "files.find" or "files.read" or "files.list" => 0,
            // Documentation of HcsDestroyLayer: wherever the layer is.
            "files.destroyLayer" => WindowsError.AccessDenied,
            _ when operation.StartsWith("files.", StringComparison.Ordinal) => IsGuarded(target)
                ? WindowsError.AccessDenied
                : 0,
            _ when operation.StartsWith("features.", StringComparison.Ordinal) =>
                WindowsError.ElevationRequired,
            _ when operation.StartsWith("engine.", StringComparison.Ordinal) => engineRuns
                ? WindowsError.AccessDenied
                : 0,
            "network.hnsNetworks" or "network.deleteHnsNetwork" => HnsAccessDenied,
            "services.create"
            or "services.configure"
            or "services.delete"
            or "services.start"
            or "services.stop"
            or "firewall.add"
            or "firewall.replace"
            or "firewall.remove"
            or "system.reboot" => WindowsError.AccessDenied,
            _ => 0,
        };

    /// <summary>True when a path lies in a guarded folder, or one of the two of a move.</summary>
    private static bool IsGuarded(string target) =>
        target
            .Split(" > ")
            .Any(path =>
                Guarded.Any(folder =>
                    path.Equals(folder, StringComparison.OrdinalIgnoreCase)
                    || path.StartsWith(folder + @"\", StringComparison.OrdinalIgnoreCase)
                )
            );
}
