namespace Mullion.Lab.Control;

/// <summary>The lab's answer: one of its members, or none for "done".</summary>
internal sealed record LabReply
{
    public string? Error { get; init; }

    public string? Fix { get; init; }

    public LabStatus? Lab { get; init; }

    public LabHostStatus? Host { get; init; }

    public LabSnapshot? Snapshot { get; init; }
}
