namespace Mullion.Kubernetes.Objects.Options;

/// <summary>How something is written.</summary>
public sealed record WriteOptions
{
    /// <summary>As a plain write of the object.</summary>
    public static WriteOptions Default { get; } = new();

    /// <summary>The server does all but store it (<c>dryRun=All</c>).</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Who is recorded as the writer; null for what the server makes of the user agent.</summary>
    public string? FieldManager { get; init; } = "mullion";

    /// <summary>
    /// What is done about fields that the server does not know: <c>Strict</c> refuses, <c>Warn</c>, <c>Ignore</c>; null as the server
    /// likes, which is <c>Warn</c> from 1.25 on. Servers before 1.23 do not heed it.
    /// </summary>
    public string? FieldValidation { get; init; }

    /// <summary>The part that is written alone, such as <c>status</c> or <c>approval</c>; null for the object.</summary>
    public string? Subresource { get; init; }
}
