using System.Net;
using Mullion.Core;

namespace Mullion.Kubernetes;

/// <summary>The API server answered, and refused. Secrets in its text are hidden.</summary>
public sealed class KubernetesException : MullionException
{
    internal KubernetesException(string message, string? fix)
        : base(message, fix) { }

    /// <summary>HTTP status; of an error in a watch, the code of the Status.</summary>
    public HttpStatusCode Status { get; internal init; }

    /// <summary>HTTP method.</summary>
    public string Method { get; internal init; } = "";

    /// <summary>Path and query.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Why, as one word for programs, such as <c>NotFound</c> or <c>Conflict</c>; null when the server does not say.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The server's own words.</summary>
    public string ServerMessage { get; internal init; } = "";

    /// <summary>Field by field or budget by budget, as far as the server says.</summary>
    public IReadOnlyList<StatusCause> Causes { get; internal init; } = [];

    /// <summary>Name of the object that the server speaks of; null when it names none.</summary>
    public string? ObjectName { get; internal init; }

    /// <summary>How long the server asked to wait before the next try; null when it did not.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>Token with which a list that expired may be gone on with, though it is not of one moment then.</summary>
    internal string? Continue { get; init; }

    /// <summary>There is no such object, or no such path.</summary>
    public bool IsNotFound => Status == HttpStatusCode.NotFound;

    /// <summary>The object changed since it was read, or is not the one that was meant.</summary>
    public bool IsConflict => Status == HttpStatusCode.Conflict && Reason != "AlreadyExists";

    /// <summary>There is one of that name.</summary>
    public bool IsAlreadyExists => Status == HttpStatusCode.Conflict && Reason == "AlreadyExists";

    /// <summary>The state that was asked for is too old.</summary>
    public bool IsGone => Status == HttpStatusCode.Gone;
}
