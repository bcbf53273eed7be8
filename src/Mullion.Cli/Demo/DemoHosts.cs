using Mullion.Lab;

namespace Mullion.Cli.Demo;

/// <summary>The two simulated hosts of the demo.</summary>
internal static class DemoHosts
{
    public const string Engine = "28.2.2";

    /// <summary>Somebody runs an engine there already, with a container and a firewall rule of theirs.</summary>
    public static NewLabHost Adopted { get; } =
        new("win-2019")
        {
            Build = 17763,
            Engine = Engine,
            Address = "10.0.0.21",
        };

    /// <summary>A fresh Server Core; the power will go there.</summary>
    public static NewLabHost Bare { get; } =
        new("win-2022") { Build = 20348, Address = "10.0.0.22" };

    public static IReadOnlyList<NewLabHost> All { get; } = [Adopted, Bare];
}
