using Mullion.Core.Convergence.Runs;
using Mullion.Core.Orchestrators;
using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Core.Specs;
using Mullion.Lab;

namespace Mullion.Cli.Hosting;

/// <summary>Everything around a command: where it reads and writes, its clock, and how it reaches hosts and clusters.</summary>
internal sealed record CliContext
{
    /// <summary>Results; with <c>-o json</c> or <c>yaml</c> one document and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Messages, questions and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Answers.</summary>
    public required TextReader In { get; init; }

    /// <summary>What of these is a terminal.</summary>
    public required TerminalTraits Terminal { get; init; }

    /// <summary>The clock that waits run on.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Who runs the program, such as <c>ann@admin-1</c>.</summary>
    public required string User { get; init; }

    /// <summary>Reaches a cluster.</summary>
    public required Func<SwarmSpec, TimeProvider, IOrchestrator> Connect { get; init; }

    /// <summary>Asks a Kubernetes cluster what it is.</summary>
    public required Func<
        KubeconfigChoice,
        CancellationToken,
        Task<KubernetesFacts>
    > InspectKubernetes { get; init; }

    /// <summary>Makes the way to a host.</summary>
    public required Func<HostReference, IHostLink> Link { get; init; }

    /// <summary>The lab of simulated hosts.</summary>
    public required LabLauncher Lab { get; init; }

    /// <summary>Whether errors come with their stack (<c>MULLION_DEBUG=1</c>).</summary>
    public bool Debug { get; init; }

    /// <summary>Cancelled at the first Ctrl-C.</summary>
    public CancellationToken Interrupt { get; init; }
}
