namespace Mullion.Core.Orchestrators;

/// <summary>Something that runs on a node.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="Name">For people, such as <c>web.1</c>.</param>
/// <param name="State">What it does, such as <c>running</c>.</param>
/// <param name="DesiredState">What it should do, such as <c>shutdown</c>.</param>
public sealed record NodeTask(string Id, string Name, string State, string DesiredState)
{
    /// <summary>Whether it has ended, well or badly.</summary>
    public bool Ended =>
        State is "complete" or "shutdown" or "failed" or "rejected" or "orphaned" or "remove";
}
