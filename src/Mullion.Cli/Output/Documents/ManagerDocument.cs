using Mullion.Core.Orchestrators;

namespace Mullion.Cli.Output.Documents;

/// <summary>The cluster as its manager tells.</summary>
/// <param name="Id">The cluster's id.</param>
/// <param name="Version">The version of the manager that answered.</param>
/// <param name="Simulated">Whether it is a simulated one.</param>
internal sealed record ManagerDocument(string Id, string Version, bool Simulated)
{
    public static ManagerDocument Of(ClusterFacts facts) =>
        new(facts.Id, facts.Version, facts.Simulated);
}
