namespace Mullion.Core.Scripts;

/// <summary>What a person would run by hand for one resource.</summary>
/// <param name="Why">The reason, in a sentence.</param>
/// <param name="Apply">
/// Makes it so, and may be run again; throws where it cannot. What is only required is only checked; what belongs to the
/// cluster is shown as a manager's command (<see cref="PowerShellText.OnManager"/>).
/// </param>
/// <param name="Revert">
/// Takes back what is recognisably Mullion's, and may be run again; null when there is nothing to take back. A script does not
/// know what was there before: what it cannot tell apart it leaves, and says so.
/// </param>
public sealed record ResourceScript(
    string Why,
    PowerShellText Apply,
    PowerShellText? Revert = null
);
