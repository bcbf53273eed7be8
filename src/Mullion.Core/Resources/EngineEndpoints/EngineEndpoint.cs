using System.Text.Json.Serialization;
using Mullion.Core.Resources.EngineCertificates;

namespace Mullion.Core.Resources.EngineEndpoints;

/// <summary>The engine answers over TLS and shows the certificate that lies on its host. Shown by calling it.</summary>
public sealed record EngineEndpoint : Resource
{
    internal const string KindName = "engine-endpoint";

    /// <summary>The address that is called from the host itself.</summary>
    public required string Address { get; init; }

    /// <summary>The port.</summary>
    public required int Port { get; init; }

    /// <summary>The folder of the files with which it is called.</summary>
    public required string Folder { get; init; }

    /// <summary>True where the certificate's maker alone knows its names.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AnyName { get; init; }

    /// <summary>The files: the engine's own, as its agent calls it with them too.</summary>
    [JsonIgnore]
    public EngineCertificateFiles Files => new(Folder);

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => $"the engine answers over TLS on port {Port}";
}
