using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Lab;
using Mullion.Simulation.Templates;

namespace Mullion.Cli.Commands.Labs;

/// <summary><c>mullion lab start</c>: returns when the lab is ready; it runs on in the background.</summary>
internal static class LabStartCommand
{
    public static Command Build(CommandScope scope)
    {
        var hosts = Numbers.Positive("--hosts", "How many hosts: win-1 to win-N. Default: 1.");
        var build = BuildOption();
        var engine = new Option<string?>("--engine")
        {
            Description =
                "The version of an engine that runs, before Mullion comes, on hosts that are made now. Default: no engine.",
            HelpName = "VERSION",
        };
        return scope.Command(
            "start",
            "Starts the lab in the background and returns when it is ready.",
            [hosts, build, engine],
            [
                new("mullion lab start --hosts 2", "win-1 and win-2, Windows Server 2022"),
                new("mullion lab start --build 17763", "Windows Server 2019"),
                new(
                    "mullion lab start --engine 28.2.2",
                    "with an engine and a container of somebody's: Mullion uses it and leaves it"
                ),
            ],
            call => RunAsync(call, call.Value(hosts) ?? 1, call.Value(build), call.Value(engine))
        );
    }

    private static async Task<ExitCode> RunAsync(
        Call call,
        int hosts,
        string? build,
        string? engine
    )
    {
        var lab = await call.Context.Lab.EnsureAsync(
            new LabStartOptions
            {
                Hosts = hosts,
                Build = build is null ? null : int.Parse(build, null),
                Engine = engine,
            },
            call.Context.Interrupt
        );
        var document = LabDocument.Of(lab);
        LabText.Write(call.Result, document);
        call.Result.Line();
        call.Result.Line(
            "Reach a host as lab:NAME in mullion.yaml; one that is new is made on first use."
        );
        call.Document(document, CliJson.Readable.LabDocument);
        return ExitCode.Done;
    }

    private static Option<string?> BuildOption()
    {
        var builds = HostTemplates
            .Builds.Keys.Select(b => b.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        var option = new Option<string?>("--build")
        {
            Description = "The Windows build of hosts that are made now. Default: 20348.",
            HelpName = string.Join('|', builds),
        };
        option.AcceptOnlyFromAmong(builds);
        return option;
    }
}
