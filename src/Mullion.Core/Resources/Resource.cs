using System.Text.Json.Serialization;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Resources.DaemonSettings;
using Mullion.Core.Resources.EngineCertificates;
using Mullion.Core.Resources.EngineEndpoints;
using Mullion.Core.Resources.EngineImages;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Resources.Files;
using Mullion.Core.Resources.Firewall;
using Mullion.Core.Resources.HostRequirements;
using Mullion.Core.Resources.Programs;
using Mullion.Core.Resources.Services;
using Mullion.Core.Resources.SwarmMemberships;
using Mullion.Core.Resources.WindowsFeatures;

namespace Mullion.Core.Resources;

/// <summary>One thing that must be so, on the host or in the cluster, for a machine to be a node.</summary>
/// <remarks>
/// A record says what is wanted and nothing about how: the <see cref="Provider{TResource}"/> of its kind knows that. It holds no
/// secret, only the names of secrets; it is stored in the journal, so that it can be taken back when the spec is gone.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WindowsHost), WindowsHost.KindName)]
[JsonDerivedType(typeof(HostInterface), HostInterface.KindName)]
[JsonDerivedType(typeof(FreePorts), FreePorts.KindName)]
[JsonDerivedType(typeof(WindowsFeature), WindowsFeature.KindName)]
[JsonDerivedType(typeof(HostFile), HostFile.KindName)]
[JsonDerivedType(typeof(HostFolder), HostFolder.KindName)]
[JsonDerivedType(typeof(ProgramPackage), ProgramPackage.KindName)]
[JsonDerivedType(typeof(EnginePackage), EnginePackage.KindName)]
[JsonDerivedType(typeof(RunningEngine), RunningEngine.KindName)]
[JsonDerivedType(typeof(EngineCertificate), EngineCertificate.KindName)]
[JsonDerivedType(typeof(EngineSettings), EngineSettings.KindName)]
[JsonDerivedType(typeof(Service), Service.KindName)]
[JsonDerivedType(typeof(EngineEndpoint), EngineEndpoint.KindName)]
[JsonDerivedType(typeof(EngineImage), EngineImage.KindName)]
[JsonDerivedType(typeof(FirewallOpening), FirewallOpening.KindName)]
[JsonDerivedType(typeof(SwarmMembership), SwarmMembership.KindName)]
[JsonDerivedType(typeof(ClusterNode), ClusterNode.KindName)]
[JsonDerivedType(typeof(NodeReady), NodeReady.KindName)]
[JsonDerivedType(typeof(NodeLabel), NodeLabel.KindName)]
public abstract record Resource
{
    /// <summary>The name within its kind, such as <c>docker</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where people find it.</summary>
    public required Heading Heading { get; init; }

    /// <summary>Ids of the resources that must be so before this one can be: the only order there is.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>
    /// The resource that brings this one about, if there is one: what comes by itself when Mullion made that one is Mullion's too,
    /// also when a power cut came between.
    /// </summary>
    public string? ArisesFrom { get; init; }

    /// <summary>The kind, as it stands in ids and in the journal.</summary>
    [JsonIgnore]
    public string Kind => ItsKind;

    /// <summary>Who applies it.</summary>
    [JsonIgnore]
    public Side Side => ItsSide;

    /// <summary>What it is, for people.</summary>
    [JsonIgnore]
    public string Title => ItsTitle;

    /// <summary>Its id, such as <c>service/docker</c>.</summary>
    [JsonIgnore]
    public string Id => $"{Kind}/{Name}";

    // Overridden by each kind. Protected, because what is public goes into the journal.

    /// <inheritdoc cref="Kind"/>
    protected abstract string ItsKind { get; }

    /// <inheritdoc cref="Title"/>
    protected abstract string ItsTitle { get; }

    /// <inheritdoc cref="Side"/>
    protected virtual Side ItsSide => Side.Host;

    /// <inheritdoc/>
    public sealed override string ToString() => Id;
}
