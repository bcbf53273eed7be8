using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Runs;

/// <summary>How a run may go about it.</summary>
public sealed record RunOptions
{
    /// <summary>Who asks, such as <c>ann@admin-1</c>.</summary>
    public required string By { get; init; }

    /// <summary>Whether the host may be restarted.</summary>
    public bool RebootAllowed { get; init; }

    /// <summary>Whether what others changed on purpose is overwritten.</summary>
    public bool ForceConflicts { get; init; }

    /// <summary>Stops after this heading; null to go to the end.</summary>
    public Heading? Until { get; init; }

    /// <summary>Opens an archive that is carried to the host, by its hash; null when there is none to carry.</summary>
    public Func<string, Stream?> OpenPackage { get; init; } = _ => null;
}
