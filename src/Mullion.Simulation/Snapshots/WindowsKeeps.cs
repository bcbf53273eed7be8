namespace Mullion.Simulation.Snapshots;

/// <summary>The one list of what Windows itself keeps: nothing else may differ after a host was taken back.</summary>
public static class WindowsKeeps
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<WindowsKeep> All { get; } =
    [
        new("machine:boots", "A restart cannot be undone; the boot id is another one after it."),
        new("machine:eventLog", "The event log is a record and only grows."),
        new(
            "interface:*/index",
            "Interface indexes are dealt out anew at each boot and with each vSwitch."
        ),
        new("service:*/processId", "Every start of a service is another process."),
        new(
            "service:*/exitCode",
            "Windows remembers how a service last ended; a service that Mullion made takes it along."
        ),
        new(
            @"folder:C:\ProgramData\Microsoft\Windows\HNS",
            "The Host Network Service's folder outlives the Containers feature."
        ),
        new(
            @"file:C:\ProgramData\Microsoft\Windows\HNS\HNS.data",
            "The Host Network Service's own memory outlives the Containers feature."
        ),
    ];

    /// <summary>True for a key that is left out.</summary>
    public static bool Covers(string key) => All.Any(k => k.Covers(key));
}
