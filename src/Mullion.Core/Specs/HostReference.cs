namespace Mullion.Core.Specs;

/// <summary>How a host is reached, such as <c>lab:win-1</c>.</summary>
/// <param name="Scheme">By what way.</param>
/// <param name="Target">What follows the colon: a lab host's name, <c>user@host</c>; empty for <c>local</c> and <c>agent</c>.</param>
public sealed record HostReference(HostScheme Scheme, string Target)
{
    /// <summary>The reference as written in the spec.</summary>
    public override string ToString() =>
        Scheme switch
        {
            HostScheme.Lab => "lab:" + Target,
            HostScheme.Ssh => "ssh:" + Target,
            HostScheme.Local => "local",
            _ => "agent",
        };
}
