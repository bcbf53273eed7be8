using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Discovery;

/// <summary>The version of an API server (<c>/version</c>, open to anybody in most clusters).</summary>
public sealed record ServerVersion
{
    /// <summary>Such as <c>v1.34.9</c>, <c>v1.27.4-gke.900</c>, <c>v1.30.2+rke2r1</c>.</summary>
    public string GitVersion { get; init; } = "";

    /// <summary>Such as <c>linux/amd64</c>.</summary>
    public string Platform { get; init; } = "";

    /// <summary>The release, such as 1.34; null when <see cref="GitVersion"/> is in no known form.</summary>
    [JsonIgnore]
    public Version? Release =>
        GitVersion.TrimStart('v').Split('.', '-', '+') is [var major, var minor, ..]
        && int.TryParse(major, out var first)
        && int.TryParse(minor, out var second)
            ? new Version(first, second)
            : null;
}
