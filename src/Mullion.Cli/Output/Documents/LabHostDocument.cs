using Mullion.Lab;

namespace Mullion.Cli.Output.Documents;

/// <summary>One host of the lab.</summary>
/// <param name="Simulated">Always true.</param>
/// <param name="Host">The host.</param>
internal sealed record LabHostDocument(bool Simulated, LabHostStatus Host);
