using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Mullion.Kubernetes.Connections;
using Mullion.Kubernetes.Credentials;
using Mullion.Kubernetes.Discovery;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Access;
using Mullion.Kubernetes.Objects.Certificates;
using Mullion.Kubernetes.Objects.Config;
using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Objects.Options;
using Mullion.Kubernetes.Objects.Pods;
using Mullion.Kubernetes.Watching;

namespace Mullion.Kubernetes.Json;

/// <summary>Source-generated JSON for every type on the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ApiGroupList))]
[JsonSerializable(typeof(ApiResourceList))]
[JsonSerializable(typeof(ServerVersion))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(WatchLine))]
[JsonSerializable(typeof(ExecCredential))]
[JsonSerializable(typeof(DeleteOptions))]
[JsonSerializable(typeof(Eviction))]
[JsonSerializable(typeof(GenericObject))]
[JsonSerializable(typeof(ObjectList<GenericObject>))]
[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(ObjectList<Node>))]
[JsonSerializable(typeof(Lease))]
[JsonSerializable(typeof(ObjectList<Lease>))]
[JsonSerializable(typeof(Pod))]
[JsonSerializable(typeof(ObjectList<Pod>))]
[JsonSerializable(typeof(DaemonSet))]
[JsonSerializable(typeof(ObjectList<DaemonSet>))]
[JsonSerializable(typeof(PodDisruptionBudget))]
[JsonSerializable(typeof(ObjectList<PodDisruptionBudget>))]
[JsonSerializable(typeof(ConfigMap))]
[JsonSerializable(typeof(ObjectList<ConfigMap>))]
[JsonSerializable(typeof(Secret))]
[JsonSerializable(typeof(ObjectList<Secret>))]
[JsonSerializable(typeof(Namespace))]
[JsonSerializable(typeof(ObjectList<Namespace>))]
[JsonSerializable(typeof(ServiceAccount))]
[JsonSerializable(typeof(ObjectList<ServiceAccount>))]
[JsonSerializable(typeof(Service))]
[JsonSerializable(typeof(ObjectList<Service>))]
[JsonSerializable(typeof(ClusterEvent))]
[JsonSerializable(typeof(ObjectList<ClusterEvent>))]
[JsonSerializable(typeof(CertificateSigningRequest))]
[JsonSerializable(typeof(ObjectList<CertificateSigningRequest>))]
[JsonSerializable(typeof(SelfSubjectReview))]
[JsonSerializable(typeof(SelfSubjectAccessReview))]
internal sealed partial class KubernetesJson : JsonSerializerContext
{
    /// <summary>How a type of the wire is read and written.</summary>
    public static JsonTypeInfo<T> Of<T>() =>
        Default.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new InvalidOperationException($"{typeof(T)} is not listed in KubernetesJson.");
}
