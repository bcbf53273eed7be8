using System.CommandLine;
using System.Globalization;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Workers;
using Mullion.Lab.Workers;
using Mullion.Simulation.Templates;
using Mullion.Swarm.Worker;

namespace Mullion.Cli.Commands.Labs;

/// <summary>The options of <c>mullion lab worker</c>.</summary>
internal sealed class LabWorkerOptions
{
    private const int DefaultBuild = 20348;
    private const int MostWorkers = 5000;

    private readonly Option<string[]> _join = new("--join")
    {
        Description = "Where to join: HOST or HOST:PORT of a manager; may be given several times.",
        HelpName = "ADDRESS",
        Required = true,
    };

    private readonly Option<string> _tokenFile = new("--token-file")
    {
        Description =
            "The file whose first line is the join token for workers; - reads standard input.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<int?> _count = Numbers.Positive("--count", "How many. Default: 1.");

    private readonly Option<string> _os = new("--os")
    {
        Description = "The system that they say they are: windows is the only one simulated.",
        HelpName = "windows",
        DefaultValueFactory = _ => "windows",
    };

    private readonly Option<string?> _build = new("--build")
    {
        Description =
            $"The Windows build: as engine label mullion.build, and for the engine's version. Default: {DefaultBuild}.",
        HelpName = string.Join('|', HostTemplates.Builds.Keys),
    };

    private readonly Option<string> _prefix = new("--name-prefix")
    {
        Description = "What their names begin with; a number follows. Default: sim-win-.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => "sim-win-",
    };

    private readonly Option<int?> _cpus = Numbers.Positive(
        "--cpus",
        "Processors of each, for the scheduler. Default: 4."
    );

    private readonly Option<long?> _memory = MemorySize.Option(
        "--memory",
        "Memory of each, for the scheduler. Default: 8g."
    );

    private readonly Option<string?> _engine = new("--engine-version")
    {
        Description = "The engine that each says it is. Default: one that the build can have.",
        HelpName = "VERSION",
    };

    private readonly Option<string[]> _labels = new("--label")
    {
        Description =
            "An engine label of each, for constraints on engine.labels.KEY; may be given several times.",
        HelpName = "KEY=VALUE",
    };

    public LabWorkerOptions()
    {
        _os.AcceptOnlyFromAmong("windows");
        _build.AcceptOnlyFromAmong([
            .. HostTemplates.Builds.Keys.Select(b => b.ToString(CultureInfo.InvariantCulture)),
        ]);
    }

    public Option<string?> Manager { get; } =
        new("--manager")
        {
            Description =
                "A manager's Engine API: their nodes are deleted there at the end. Left out, they stay as down.",
            HelpName = "ENDPOINT",
        };

    public Option<TimeSpan?> For { get; } =
        Durations.Option("--for", "Ends by itself after so long, such as 90s or 10m.");

    public IEnumerable<Symbol> All =>
        [
            _join,
            _tokenFile,
            _count,
            _os,
            _build,
            _prefix,
            _cpus,
            _memory,
            _engine,
            _labels,
            Manager,
            For,
        ];

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="CliException">It does not fit together.</exception>
    public WorkerFleetOptions Read(Call call)
    {
        var build = int.Parse(
            call.Value(_build) ?? $"{DefaultBuild}",
            CultureInfo.InvariantCulture
        );
        var engine = call.Value(_engine) ?? HostTemplates.EngineFor(build);
        if (!HostTemplates.Starts(build, engine))
        {
            throw CliException.Usage(
                $"Engine {engine} does not start on Windows build {build}.",
                $"Leave --engine-version out, or take {HostTemplates.EngineFor(build)}."
            );
        }

        var count = call.Value(_count) ?? 1;
        if (count > MostWorkers)
        {
            throw CliException.Usage(
                $"--count {count} is more than one process should be: {MostWorkers} at most.",
                "Run the command several times, each with a --name-prefix of its own."
            );
        }

        return new WorkerFleetOptions
        {
            Managers =
            [
                .. CliException.Input(() =>
                    call.Value(_join)!.Select(ManagerAddress.Parse).ToList()
                ),
            ],
            Token = TokenFile.Read(call, call.Value(_tokenFile)!),
            Count = count,
            NamePrefix = Prefix(call.Value(_prefix)!),
            Processors = call.Value(_cpus) ?? 4,
            MemoryBytes = call.Value(_memory) ?? 8L << 30,
            EngineVersion = engine,
            EngineLabels = Labels(call.Value(_labels) ?? [], build),
        };
    }

    private static string Prefix(string text) =>
        text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? text
            : throw CliException.Usage(
                $"--name-prefix {text} cannot begin a computer's name.",
                "Use letters, digits and hyphens, 40 at most."
            );

    // Real engines have no such labels: so simulated workers can be told apart, and constraints can name a build.
    private static Dictionary<string, string> Labels(string[] given, int build)
    {
        var labels = new Dictionary<string, string>
        {
            ["mullion.simulated"] = "true",
            ["mullion.build"] = build.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var label in given)
        {
            if (label.Split('=', 2) is not [{ Length: > 0 } key, var value])
            {
                throw CliException.Usage(
                    $"--label {label} is no label.",
                    "Write --label KEY=VALUE."
                );
            }

            labels[key] = value;
        }

        return labels;
    }
}
