namespace Mullion.Core.Orchestrators;

/// <summary>A node as its cluster sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its host name.</param>
/// <param name="State"><c>ready</c>, <c>down</c>, <c>unknown</c> or <c>disconnected</c>.</param>
/// <param name="Message">Why, where the cluster says.</param>
/// <param name="Availability"><c>active</c>, <c>pause</c> or <c>drain</c>.</param>
/// <param name="Role"><c>worker</c> or <c>manager</c>.</param>
/// <param name="Leader">Whether it leads the managers.</param>
/// <param name="Os"><c>windows</c> or <c>linux</c>.</param>
/// <param name="Architecture">Such as <c>x86_64</c>.</param>
/// <param name="EngineVersion">Its engine's version.</param>
/// <param name="Address">Its address as the managers see it.</param>
/// <param name="Labels">Its labels.</param>
public sealed record NodeStatus(
    string Id,
    string Name,
    string State,
    string Message,
    string Availability,
    string Role,
    bool Leader,
    string Os,
    string Architecture,
    string EngineVersion,
    string Address,
    IReadOnlyDictionary<string, string> Labels
)
{
    /// <summary>Whether the cluster hears from it.</summary>
    public bool Ready => State == "ready";
}
