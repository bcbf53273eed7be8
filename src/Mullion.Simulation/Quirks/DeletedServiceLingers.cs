using Mullion.Simulation.Services;

namespace Mullion.Simulation.Quirks;

/// <summary>A deleted service is marked for deletion while somebody holds a handle; making it anew fails with 1072.</summary>
internal static class DeletedServiceLingers
{
    public static readonly Quirk Quirk = new(
        "deleted-service-lingers",
        "A deleted service stays for 4 s, marked for deletion, because a monitoring program holds a handle to it.",
        "documentation of DeleteService"
    );

    private static readonly TimeSpan MonitorHolds = TimeSpan.FromSeconds(4);

    public static DateTimeOffset? HandlesUntil(
        SimulatedHost host,
        SimulatedService service,
        DateTimeOffset now
    ) =>
        host.Has(Quirk) && !(service.HandlesUntil > now + MonitorHolds)
            ? now + MonitorHolds
            : service.HandlesUntil;
}
