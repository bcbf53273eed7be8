namespace Mullion.Kubernetes.Discovery;

/// <summary>A kind as one cluster serves it.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Version">Such as <c>v1</c>.</param>
/// <param name="Kind">Such as <c>DaemonSet</c>.</param>
/// <param name="Plural">Its name in paths, such as <c>daemonsets</c>.</param>
/// <param name="IsNamespaced">Whether its objects are in namespaces.</param>
public sealed record ServedKind(
    string Group,
    string Version,
    string Kind,
    string Plural,
    bool IsNamespaced
)
{
    /// <summary>What stands in <c>apiVersion</c>.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The path of its group and version.</summary>
    internal static string Root(string group, string version) =>
        group.Length == 0 ? $"/api/{version}" : $"/apis/{group}/{version}";

    /// <summary>The path of its objects, in one namespace or in all.</summary>
    internal string Path(string? inNamespace) =>
        Root(Group, Version)
        + (
            IsNamespaced && inNamespace is not null
                ? $"/namespaces/{Uri.EscapeDataString(inNamespace)}"
                : ""
        )
        + $"/{Plural}";
}
