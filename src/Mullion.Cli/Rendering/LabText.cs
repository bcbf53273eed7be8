using System.Globalization;
using Mullion.Cli.Output.Documents;
using Mullion.Lab;

namespace Mullion.Cli.Rendering;

/// <summary>The lab for people.</summary>
internal static class LabText
{
    private static readonly string[] Head =
    [
        "HOST",
        "STATE",
        "WINDOWS",
        "ADDRESS",
        "OPERATIONS",
        "STARTS",
        "TO GO WRONG",
    ];

    public static void Write(Screen screen, LabDocument document)
    {
        if (document.Lab is not { } lab)
        {
            screen.Line("No lab runs. Start one with: mullion lab start");
            return;
        }

        screen.Line("Simulated: the hosts of this lab, and its swarm manager.", Style.Caution);
        screen.Line();
        if (lab.Hosts.Count == 0)
        {
            screen.Line("No hosts yet: lab:NAME in mullion.yaml makes one on first use.");
        }
        else
        {
            Write(screen, lab.Hosts);
        }

        screen.Line();
        if (lab.Manager is { } manager)
        {
            screen.Line($"manager: {manager.Endpoint}   workers join at {manager.ClusterAddress}");
        }

        screen.Line($"folder:  {lab.Folder}");
    }

    public static void Write(Screen screen, LabHostStatus host)
    {
        screen.Line("Simulated:", Style.Caution);
        Write(screen, [host]);
    }

    private static void Write(Screen screen, IReadOnlyList<LabHostStatus> hosts) =>
        screen.Table([Head, .. hosts.Select(Row)]);

    private static string[] Row(LabHostStatus host) =>
        [
            $"lab:{host.Name}",
            host.State.ToString().ToLowerInvariant(),
            SystemText.Of(host.Build, host.Core),
            host.Address,
            host.Operations.ToString(CultureInfo.InvariantCulture),
            host.Boot.ToString(CultureInfo.InvariantCulture),
            host.Faults.Count == 0 ? "-" : string.Join("; ", host.Faults),
        ];
}
