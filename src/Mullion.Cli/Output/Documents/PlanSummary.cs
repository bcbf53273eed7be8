using Mullion.Core.Convergence.Plans;

namespace Mullion.Cli.Output.Documents;

/// <summary>How many resources would be what.</summary>
/// <param name="Create">Are not there and will be.</param>
/// <param name="Update">Are there and will be changed.</param>
/// <param name="Adopt">Are as wanted since before Mullion came.</param>
/// <param name="Remove">Will be taken back.</param>
/// <param name="Conflict">Were changed by others on purpose.</param>
/// <param name="Unchanged">Are as wanted.</param>
internal sealed record PlanSummary(
    int Create,
    int Update,
    int Adopt,
    int Remove,
    int Conflict,
    int Unchanged
)
{
    public static PlanSummary Zero { get; } = new(0, 0, 0, 0, 0, 0);

    public static PlanSummary Of(IEnumerable<StepDocument> steps)
    {
        var counts = steps.Where(s => !s.Later).CountBy(s => s.Action).ToDictionary();
        int Number(PlanAction action) => counts.GetValueOrDefault(action);
        return new PlanSummary(
            Number(PlanAction.Create),
            Number(PlanAction.Update),
            Number(PlanAction.Adopt),
            Number(PlanAction.Remove),
            Number(PlanAction.Conflict),
            Number(PlanAction.None)
        );
    }

    public static PlanSummary operator +(PlanSummary a, PlanSummary b) =>
        new(
            a.Create + b.Create,
            a.Update + b.Update,
            a.Adopt + b.Adopt,
            a.Remove + b.Remove,
            a.Conflict + b.Conflict,
            a.Unchanged + b.Unchanged
        );
}
