using System.Collections.ObjectModel;
using Mullion.Core.Resources.EngineCertificates;
using Mullion.Core.Specs;

namespace Mullion.Core.Hosts;

/// <summary>The container engine that a host has.</summary>
/// <param name="ImagePath">The service's command line, as the service control manager has it.</param>
/// <param name="Running">Whether the service runs.</param>
/// <param name="Version">The version the engine reports; null while it does not answer.</param>
/// <param name="Installed">What Mullion installed it from, as the journal on the host tells; null when it is not Mullion's.</param>
public sealed record EngineFacts(
    string ImagePath,
    bool Running,
    string? Version,
    PackageSpec? Installed
)
{
    /// <summary>The certificate that Mullion put there, as the journal tells; null when it put none.</summary>
    public EngineCertificate? Certificate { get; init; }

    /// <summary>Settings that Mullion changed, with what was there before: as it stood there, null for nothing.</summary>
    public IReadOnlyDictionary<string, string?> Changed { get; init; } =
        ReadOnlyDictionary<string, string?>.Empty;
}
