using Mullion.Lab;

namespace Mullion.Cli.Output.Documents;

/// <summary>The lab as it is.</summary>
/// <param name="Simulated">Always true.</param>
/// <param name="Running">Whether there is one.</param>
/// <param name="Lab">The lab; null when there is none.</param>
internal sealed record LabDocument(bool Simulated, bool Running, LabStatus? Lab)
{
    public static LabDocument Of(LabStatus? lab) => new(true, lab is not null, lab);
}
