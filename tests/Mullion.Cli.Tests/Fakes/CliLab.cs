using System.Diagnostics;
using System.Text.Json;
using Mullion.Cli.Hosting;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Orchestrators;
using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Core.Specs;
using Mullion.Lab;

namespace Mullion.Cli.Tests.Fakes;

/// <summary>The program with a swarm, hosts and a terminal in memory, and a spec in a folder of its own.</summary>
internal sealed class CliLab : IDisposable
{
    /// <summary>A terminal with <c>NO_COLOR</c>.</summary>
    public static readonly TerminalTraits PlainTerminal = new(
        true,
        true,
        true,
        Styled: false,
        Width: 80
    );

    private CancellationTokenSource _interrupt = new();
    private readonly Dictionary<string, FakeHost> _hosts = [];

    public CliLab(params string[] nodes)
    {
        Directory.CreateDirectory(Folder);
        Spec = Path.Combine(Folder, "mullion.yaml");
        Nodes(nodes.Length > 0 ? nodes : ["win-1"]);
    }

    public string Folder { get; } =
        Path.Combine(Path.GetTempPath(), $"mullion-cli-{Guid.NewGuid():N}");

    public string Spec { get; }

    /// <summary>Short, because sockets lie in it.</summary>
    public string LabPath { get; } =
        Path.Combine(Path.GetTempPath(), $"ml-{Guid.NewGuid().ToString("N")[..8]}");

    public FakeSwarm Swarm { get; } = new();

    public FakeHost this[string node]
    {
        get
        {
            lock (_hosts)
            {
                return _hosts.TryGetValue(node, out var host)
                    ? host
                    : _hosts[node] = new FakeHost(node, Swarm);
            }
        }
    }

    public TerminalTraits Terminal { get; set; } = TerminalTraits.None;

    /// <summary>What is typed.</summary>
    public string Typed { get; set; } = "";

    public bool Debug { get; set; }

    public TimeProvider Clock { get; init; } = new JumpClock();

    /// <summary>The way to the swarm; null for <see cref="Swarm"/>.</summary>
    public Func<SwarmSpec, TimeProvider, IOrchestrator>? Connect { get; set; }

    /// <summary>What a Kubernetes cluster says of itself.</summary>
    public Func<KubeconfigChoice, Task<KubernetesFacts>> InspectKubernetes { get; set; } =
        _ => throw new InvalidOperationException("This test has no Kubernetes cluster.");

    /// <summary>The way to hosts; null for those in memory.</summary>
    public Func<HostReference, IHostLink>? Link { get; init; }

    /// <summary>Whether hosts are those of a real lab process.</summary>
    public bool LinkLab { get; init; }

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>Both, as a terminal shows them; with paths and times that do not change from run to run.</summary>
    public string Screen => Stable($"{Out}{(Error.Length > 0 ? $"--- stderr\n{Error}" : "")}");

    public void Interrupt() => _interrupt.Cancel();

    public void Nodes(params string[] nodes) =>
        File.WriteAllText(
            Spec,
            $$"""
            apiVersion: mullion.dev/v1alpha1
            kind: Cluster
            metadata: { name: shop }
            orchestrator:
              swarm:
                manager: unix:///var/run/docker.sock
            nodes:
            {{string.Join(
                '\n',
                nodes.Select(n => $"  - name: {n}\n    host: lab:{n}\n    labels: {{ rack: a }}")
            )}}

            """
        );

    public void ForgetInterrupt()
    {
        _interrupt.Dispose();
        _interrupt = new CancellationTokenSource();
    }

    public Task<int> RunAsync(params string[] args) => RunWithoutSpecAsync([.. args, "-f", Spec]);

    public async Task<int> RunWithoutSpecAsync(string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await Program.RunAsync(
            args,
            Context(TextWriter.Synchronized(output), TextWriter.Synchronized(error))
        );
        Out = output.ToString();
        Error = error.ToString();
        return exit;
    }

    public CliContext Context(TextWriter output, TextWriter error)
    {
        var lab = new LabLauncher(
            new LabFolder(LabPath),
            () =>
                new ProcessStartInfo(
                    Path.Combine(AppContext.BaseDirectory, "mullion"),
                    ["lab", "serve"]
                )
        );
        return new CliContext
        {
            Out = output,
            Error = error,
            In = new StringReader(Typed),
            Terminal = Terminal,
            Clock = Clock,
            User = "ann@admin-1",
            Connect = Connect ?? ((_, _) => Swarm),
            InspectKubernetes = (choice, _) => InspectKubernetes(choice),
            Link =
                Link
                ?? (
                    host =>
                        LinkLab
                            ? HostLinks.Of(host, lab)
                            : new FakeLink(host.ToString(), this[host.Target])
                ),
            Lab = lab,
            Debug = Debug,
            Interrupt = _interrupt.Token,
        };
    }

    /// <summary>Stdout as the one document it must be.</summary>
    public JsonElement Json() => JsonDocument.Parse(Out).RootElement;

    public string Stable(string text) => text.Replace(Folder, "/shop");

    public void Dispose()
    {
        _interrupt.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
