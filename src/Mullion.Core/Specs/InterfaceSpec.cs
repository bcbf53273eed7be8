namespace Mullion.Core.Specs;

/// <summary>A network interface of the host, chosen by exactly one of its properties: the <c>interface</c> section of a node.</summary>
public sealed record InterfaceSpec
{
    /// <summary>The name as <c>Get-NetAdapter</c> shows it, such as <c>Ethernet</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The MAC address as Windows writes it, <c>00-15-5D-01-02-03</c>.</summary>
    public string? Mac { get; init; }

    /// <summary>An IPv4 address that the interface has.</summary>
    public string? Address { get; init; }

    /// <summary>The choice in words, for messages.</summary>
    public override string ToString() =>
        Name is not null ? $"name {Name}"
        : Mac is not null ? $"mac {Mac}"
        : $"address {Address}";
}
