using Mullion.Core.Resources;

namespace Mullion.Cli.Changes;

/// <summary>How a change of hosts may go about it, as the command line says.</summary>
internal sealed record ChangeOptions
{
    /// <summary>Whether the plan is agreed to unseen.</summary>
    public bool Yes { get; init; }

    /// <summary>Whether hosts may be restarted.</summary>
    public bool RebootAllowed { get; init; }

    /// <summary>Whether what others changed on purpose is overwritten.</summary>
    public bool ForceConflicts { get; init; }

    /// <summary>The last heading to do; null for all.</summary>
    public Heading? Until { get; init; }

    /// <summary>How many hosts at once; null: one where the plan interrupts anybody, else <see cref="Quiet"/>.</summary>
    public int? Parallel { get; init; }

    /// <summary>After how many failures no further host is begun; null: never.</summary>
    public int? MaxFailures { get; init; }

    /// <summary>Whether the plan also shows what is as it should be.</summary>
    public bool Verbose { get; init; }

    /// <summary>How many hosts at once when nobody notices.</summary>
    public const int Quiet = 8;
}
