namespace Mullion.Simulation.Quirks;

/// <summary>A new vSwitch drops the NIC's static routes, persistent and metadata ones alike; only the default route returns.</summary>
internal static class RoutesLost
{
    public static readonly Quirk Quirk = new(
        "routes-lost",
        "Static routes of the NIC, such as 169.254.169.254/32, are gone after a vSwitch was made.",
        "get-netroute-2022-aws-before-overlay.txt and -after-overlay.txt; facts, row A24"
    );
}
