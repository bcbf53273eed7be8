using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Mullion.Core.Findings;
using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Plans;

/// <summary>What a run would do with one node, and what stands in its way.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Node">The node.</param>
/// <param name="Steps">Resource by resource, in the order of the blueprint.</param>
/// <param name="Findings">What the checks found.</param>
public sealed record Plan(
    string Cluster,
    string Node,
    IReadOnlyList<PlanStep> Steps,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>Whether nothing would be changed.</summary>
    [JsonIgnore]
    public bool Empty => !Steps.Any(s => s.Changing || s.Action == PlanAction.Conflict);

    /// <summary>The findings that stop the run before anything is changed; see also <see cref="Conflicts"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<Finding> Refusals =>
        [.. Findings.Where(f => f.Severity == Severity.Refuse)];

    /// <summary>The steps that others' changes stand in the way of.</summary>
    [JsonIgnore]
    public IReadOnlyList<PlanStep> Conflicts =>
        [.. Steps.Where(s => s.Action == PlanAction.Conflict)];

    /// <summary>The worst the run does to those who use the host.</summary>
    [JsonIgnore]
    public ImpactKind Impact =>
        Steps.Where(s => s.Changing).Select(s => s.Impact.Kind).DefaultIfEmpty().Max();

    /// <summary>
    /// A digest of what was found and what is wanted: it changes when the host moves, and not with time, nor with what changes by
    /// itself.
    /// </summary>
    public string Digest() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\n', Steps.Select(s => $"{s.Id} {s.Fingerprint}").Order())
                )
            )
        );

    /// <summary>The resources whose state or goal is another one in a newer plan.</summary>
    public IReadOnlyList<string> MovedIn(Plan newer)
    {
        var before = Steps.Select(s => (s.Id, s.Fingerprint)).ToHashSet();
        return
        [
            .. before
                .Except(newer.Steps.Select(s => (s.Id, s.Fingerprint)))
                .Concat(newer.Steps.Select(s => (s.Id, s.Fingerprint)).Except(before))
                .Select(s => s.Id)
                .Distinct(),
        ];
    }

    /// <summary>Two plans of one node as one, in the order of a blueprint's ids; what is not in it comes last.</summary>
    public Plan Merge(Plan other, IReadOnlyList<string> order)
    {
        var rank = order.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        return this with
        {
            Steps =
            [
                .. Steps
                    .Concat(other.Steps)
                    .OrderBy(s => rank.GetValueOrDefault(s.Id, int.MaxValue)),
            ],
            Findings = [.. Findings, .. other.Findings],
        };
    }
}
