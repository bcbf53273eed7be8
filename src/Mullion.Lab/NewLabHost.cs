using Mullion.Simulation.Localisation;

namespace Mullion.Lab;

/// <summary>A lab host to be made.</summary>
/// <param name="Name">Its name and computer name; letters, digits and hyphens.</param>
public sealed record NewLabHost(string Name)
{
    /// <summary>The OS build; null for the lab's default.</summary>
    public int? Build { get; init; }

    /// <summary>False for a Server with a desktop.</summary>
    public bool Core { get; init; } = true;

    /// <summary>
    /// Version of an engine that somebody installed before, with a container and a firewall rule of theirs; null for none.
    /// </summary>
    public string? Engine { get; init; }

    /// <summary>The address of its NIC <c>Ethernet</c>; null for the next free one from 10.0.0.21 on.</summary>
    public string? Address { get; init; }

    /// <summary>The language of Windows' texts.</summary>
    public HostLanguage Language { get; init; }
}
