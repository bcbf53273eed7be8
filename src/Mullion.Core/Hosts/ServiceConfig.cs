namespace Mullion.Core.Hosts;

/// <summary>How a service is set up.</summary>
/// <param name="Name">The service's key name.</param>
/// <param name="DisplayName">The name that people see.</param>
/// <param name="ImagePath">The command line, with the program quoted where its path has spaces.</param>
/// <param name="Start">When it starts.</param>
/// <param name="Description">A sentence on what it is for.</param>
/// <param name="Dependencies">Services that start before it.</param>
/// <param name="Recovery">What happens when it fails.</param>
public sealed record ServiceConfig(
    string Name,
    string DisplayName,
    string ImagePath,
    ServiceStart Start,
    string Description,
    IReadOnlyList<string> Dependencies,
    ServiceRecovery Recovery
);
