using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Lab;

namespace Mullion.Cli.Demo;

/// <summary>What is left when the demo is over.</summary>
internal sealed class DemoEnding(
    IReadOnlyDictionary<string, LabSnapshot> before,
    IReadOnlyDictionary<string, LabSnapshot> after
)
{
    public IReadOnlyList<DemoHostDocument> Hosts { get; } =
    [
        .. before.Select(b => new DemoHostDocument(
            b.Key,
            b.Value.Objects,
            after[b.Key].Objects,
            b.Value.Differences(after[b.Key])
        )),
    ];

    /// <summary>How often a secret stands in a text.</summary>
    public static int Count(string secret, string text) => text.Split(secret).Length - 1;

    public void Write(Screen screen, int secrets, DemoOptions options, DemoFolder folder)
    {
        foreach (var host in Hosts)
        {
            screen.Line(
                $"  {host.Name}: {host.ObjectsBefore} objects before, {host.ObjectsAfter} after, {host.Differing.Count} differ",
                host.Differing.Count == 0 ? Style.Good : Style.Bad
            );
            foreach (var key in host.Differing)
            {
                screen.Line($"    {key}", Style.Bad);
            }
        }

        if (Hosts.Single(h => h.Name == DemoHosts.Adopted.Name).Differing.Count == 0)
        {
            screen.Line(
                "  the foreign firewall rule and the foreign container of win-2019 are untouched",
                Style.Good
            );
        }

        screen.Line(
            $"  the canary secret (the join token) was found {secrets} times in journal, events and output",
            secrets == 0 ? Style.Good : Style.Bad
        );
        screen.Line();
        screen.Line("Next:", Style.Strong);
        foreach (var next in Next(options, folder))
        {
            screen.Line($"  {next}");
        }
    }

    private static string[] Next(DemoOptions options, DemoFolder folder) =>
        options.Keep
            ?
            [
                $"export MULLION_LAB={folder.Lab.Path}; cd {folder.Path}",
                "mullion apply && mullion node show win-2022",
                "mullion lab stop",
            ]
            :
            [
                "mullion lab start --hosts 3          simulated hosts of your own, and a manager to join",
                "mullion demo --swarm unix:///var/run/docker.sock     the same on your real Swarm",
                "mullion plan --help                  how to begin with your own mullion.yaml",
            ];
}
