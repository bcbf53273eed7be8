namespace Mullion.Lab;

/// <summary>A host of the lab.</summary>
/// <param name="Name">Its name, as in <c>lab:NAME</c>.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Build">The OS build.</param>
/// <param name="Core">True for Server Core.</param>
/// <param name="Address">The address of its NIC.</param>
/// <param name="Operations">Operations on it since it was made; faults can name one by its number.</param>
/// <param name="Boot">How often it has started.</param>
/// <param name="Faults">What is to go wrong, in the words of <c>lab fault</c>.</param>
public sealed record LabHostStatus(
    string Name,
    LabHostState State,
    int Build,
    bool Core,
    string Address,
    int Operations,
    int Boot,
    IReadOnlyList<string> Faults
);
