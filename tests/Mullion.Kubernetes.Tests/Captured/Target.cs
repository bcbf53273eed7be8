namespace Mullion.Kubernetes.Tests.Captured;

/// <summary>What a path of the API means.</summary>
internal sealed record Target(
    string Group,
    string? Namespace,
    string Plural,
    string? Name,
    string? Subresource
)
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["nodes"] = "Node",
        ["pods"] = "Pod",
        ["configmaps"] = "ConfigMap",
        ["secrets"] = "Secret",
        ["namespaces"] = "Namespace",
        ["services"] = "Service",
        ["serviceaccounts"] = "ServiceAccount",
        ["events"] = "Event",
        ["leases"] = "Lease",
        ["daemonsets"] = "DaemonSet",
        ["poddisruptionbudgets"] = "PodDisruptionBudget",
        ["certificatesigningrequests"] = "CertificateSigningRequest",
        ["selfsubjectreviews"] = "SelfSubjectReview",
        ["selfsubjectaccessreviews"] = "SelfSubjectAccessReview",
        ["subjectaccessreviews"] = "SubjectAccessReview",
        ["tokenreviews"] = "TokenReview",
        ["csinodes"] = "CSINode",
        ["csidrivers"] = "CSIDriver",
        ["runtimeclasses"] = "RuntimeClass",
        ["endpointslices"] = "EndpointSlice",
        ["clusterroles"] = "ClusterRole",
        ["clusterrolebindings"] = "ClusterRoleBinding",
        ["roles"] = "Role",
        ["rolebindings"] = "RoleBinding",
    };

    public string Kind => Kinds[Plural];

    public static Target Of(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var group = parts[0] == "api" ? "" : parts[1];
        var rest = parts[(parts[0] == "api" ? 2 : 3)..];
        var inNamespace = rest is ["namespaces", var space, _, ..] ? space : null;
        rest = inNamespace is null ? rest : rest[2..];
        return new(
            group,
            inNamespace,
            rest[0],
            rest.ElementAtOrDefault(1),
            rest.ElementAtOrDefault(2)
        );
    }
}
