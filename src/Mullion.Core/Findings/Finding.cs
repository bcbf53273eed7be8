namespace Mullion.Core.Findings;

/// <summary>
/// One thing that a check found: the only shape in which preflight, plan and (later) linter and doctor speak.
/// </summary>
/// <param name="Id">Stable name, lower case with hyphens, such as <c>os-build</c>. Scripts match on it.</param>
/// <param name="Severity">What it means for the run.</param>
/// <param name="Message">One sentence that names the object and the value.</param>
public sealed record Finding(string Id, Severity Severity, string Message)
{
    /// <summary>What was seen, verbatim where possible.</summary>
    public string? Evidence { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Fix { get; init; }

    /// <summary>Where to read more.</summary>
    public string? Link { get; init; }

    /// <summary>A finding that says all is well.</summary>
    public static Finding Ok(string id, string message) => new(id, Severity.Ok, message);

    /// <summary>A finding that the user should know of.</summary>
    public static Finding Warn(string id, string message, string? fix = null) =>
        new(id, Severity.Warn, message) { Fix = fix };

    /// <summary>A finding that stops a run before anything is changed.</summary>
    public static Finding Refuse(string id, string message, string fix) =>
        new(id, Severity.Refuse, message) { Fix = fix };

    /// <summary>A check that could not tell.</summary>
    public static Finding Unknown(string id, string message, string? fix = null) =>
        new(id, Severity.Unknown, message) { Fix = fix };
}
