namespace Mullion.Simulation.Quirks;

/// <summary>
/// Services are START_PENDING and STOP_PENDING for a while, and take no control meanwhile (1061).
/// </summary>
internal static class PendingServices
{
    public static readonly Quirk Quirk = new(
        "pending-services",
        "A service is START_PENDING for 2 s, dockerd for 3 s, and STOP_PENDING for 1 s.",
        "documentation of SERVICE_STATUS and ControlService; calico-windows-services-and-install-log.txt"
    );

    public static TimeSpan StartTime(SimulatedHost host, string service) =>
        !host.Has(Quirk) ? TimeSpan.Zero
        : service == "docker" ? TimeSpan.FromSeconds(3)
        : TimeSpan.FromSeconds(2);

    public static TimeSpan StopTime(SimulatedHost host, string service) =>
        !host.Has(Quirk) ? TimeSpan.Zero
        : service == "docker" ? TimeSpan.FromSeconds(2)
        : TimeSpan.FromSeconds(1);
}
