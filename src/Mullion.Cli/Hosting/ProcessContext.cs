using System.Text;
using Mullion.Lab;
using Mullion.Swarm.Orchestration;
using Spectre.Console;

namespace Mullion.Cli.Hosting;

/// <summary>The surrounding of the real program: this process, its console and the network.</summary>
internal static class ProcessContext
{
    public static CliContext Create(CancellationToken interrupt)
    {
        if (OperatingSystem.IsWindows())
        {
            // Arrows and dots are not in the code pages that consoles begin with.
            Console.OutputEncoding = Encoding.UTF8;
        }

        var lab = new LabLauncher(LabFolder.OfUser(), LabProcess.Command);
        return new CliContext
        {
            Out = Console.Out,
            Error = Console.Error,
            In = Console.In,
            Terminal = new TerminalTraits(
                !Console.IsInputRedirected,
                !Console.IsOutputRedirected,
                !Console.IsErrorRedirected,
                Styled(),
                Width()
            ),
            Clock = TimeProvider.System,
            User = $"{Environment.UserName}@{Environment.MachineName}",
            Connect = SwarmOrchestrator.Connect,
            InspectKubernetes = KubernetesClusters.InspectAsync,
            Link = host => HostLinks.Of(host, lab),
            Lab = lab,
            Debug = Environment.GetEnvironmentVariable("MULLION_DEBUG") == "1",
            Interrupt = interrupt,
        };
    }

    private static bool Styled() =>
        Environment.GetEnvironmentVariable("NO_COLOR") is not { Length: > 0 }
        && Environment.GetEnvironmentVariable("TERM") != "dumb"
        && (!OperatingSystem.IsWindows() || WindowsConsoleIsStyled());

    /// <summary>Old consoles must be told to understand escapes, and some cannot: Spectre.Console finds out and tells them.</summary>
    private static bool WindowsConsoleIsStyled() =>
        (Console.IsOutputRedirected || UnderstandsEscapes(Console.Out))
        && (Console.IsErrorRedirected || UnderstandsEscapes(Console.Error));

    private static bool UnderstandsEscapes(TextWriter writer) =>
        AnsiConsole
            .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) })
            .Profile.Capabilities.Ansi;

    private static int Width()
    {
        try
        {
            return Console.IsErrorRedirected ? 80 : Math.Max(40, Console.WindowWidth);
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
