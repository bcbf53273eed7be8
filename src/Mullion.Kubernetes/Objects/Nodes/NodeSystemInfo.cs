using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects.Nodes;

/// <summary>What a kubelet says of its machine.</summary>
public sealed record NodeSystemInfo : OpenRecord
{
    /// <summary>Id of the installation; on Windows the host name.</summary>
    [JsonPropertyName("machineID")]
    public string? MachineId { get; init; }

    /// <summary><c>windows</c> or <c>linux</c>.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary><c>amd64</c> and the like.</summary>
    public string? Architecture { get; init; }

    /// <summary>Name of the edition, such as <c>Windows Server 2022 Standard</c>.</summary>
    public string? OsImage { get; init; }

    /// <summary>On Windows the build, such as <c>10.0.20348.2849</c>.</summary>
    public string? KernelVersion { get; init; }

    /// <summary>Such as <c>containerd://1.7.28</c>.</summary>
    public string? ContainerRuntimeVersion { get; init; }

    /// <summary>Such as <c>v1.34.9</c>.</summary>
    public string? KubeletVersion { get; init; }
}
