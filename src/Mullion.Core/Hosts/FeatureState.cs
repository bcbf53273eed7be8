namespace Mullion.Core.Hosts;

/// <summary>The states of an optional feature (DISM).</summary>
public enum FeatureState
{
    /// <summary>Off.</summary>
    Disabled,

    /// <summary>On after the next restart.</summary>
    EnablePending,

    /// <summary>On.</summary>
    Enabled,

    /// <summary>Off after the next restart.</summary>
    DisablePending,
}
