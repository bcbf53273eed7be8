namespace Mullion.Lab;

/// <summary>What <c>mullion lab start</c> was asked for.</summary>
public sealed record LabStartOptions
{
    /// <summary>How many hosts are there when it returns: win-1 to win-N.</summary>
    public int Hosts { get; init; }

    /// <summary>The build of those hosts; null for the lab's default.</summary>
    public int? Build { get; init; }

    /// <summary>The version of an engine that somebody installed on those hosts before; null for none.</summary>
    public string? Engine { get; init; }
}
