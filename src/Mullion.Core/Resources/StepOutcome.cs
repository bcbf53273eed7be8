namespace Mullion.Core.Resources;

/// <summary>How a provider's change ended.</summary>
public enum StepOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>Begun; Windows finishes it at the next restart, and the provider looks again then.</summary>
    NeedsReboot,
}
