namespace Mullion.Simulation.Operations;

/// <summary>One operation on a simulated host, as its log has it: no content, no secret.</summary>
/// <param name="Number">Counts from 1 since the host was made.</param>
/// <param name="Name">Facet and call, such as <c>services.start</c>.</param>
/// <param name="Target">The object, such as <c>docker</c>.</param>
public sealed record OperationRecord(int Number, string Name, string Target)
{
    /// <inheritdoc/>
    public override string ToString() => $"operation {Number} {Name} {Target}";
}
