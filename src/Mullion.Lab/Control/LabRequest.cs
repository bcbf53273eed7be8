namespace Mullion.Lab.Control;

/// <summary>A line to the lab; one to a connection.</summary>
internal sealed record LabRequest(string Do)
{
    public const string List = "ls";
    public const string New = "new";
    public const string Ensure = "ensure";
    public const string Fault = "fault";
    public const string PowerCut = "power-cut";
    public const string Boot = "boot";
    public const string Reboot = "reboot";
    public const string Snapshot = "snapshot";
    public const string Stop = "stop";

    /// <summary>The host.</summary>
    public string? Name { get; init; }

    public NewLabHost? Host { get; init; }

    /// <summary>What is to go wrong.</summary>
    public string? Text { get; init; }

    /// <summary>Decides what becomes of content that was not flushed.</summary>
    public int Seed { get; init; }
}
