namespace Mullion.Core.Specs;

/// <summary>By what way a host is reached.</summary>
public enum HostScheme
{
    /// <summary>A simulated host of the lab.</summary>
    Lab,

    /// <summary>Over SSH. Understood, not available yet.</summary>
    Ssh,

    /// <summary>The machine on which Mullion runs. Understood, not available yet.</summary>
    Local,

    /// <summary>Through the agent on the host. Understood, not available yet.</summary>
    Agent,
}
