using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources;
using Mullion.Core.Resources.ClusterNodes;

namespace Mullion.Core.Scripts;

/// <summary>
/// A node's list of resources as one PowerShell script: a view of the blueprint, in the order that its After edges give, in which
/// each provider says how its kind is done by hand.
/// </summary>
/// <param name="Sections">Its parts, in order.</param>
/// <param name="Text">All of it, lines ended by LF.</param>
public sealed record NodeScript(IReadOnlyList<ScriptSection> Sections, string Text)
{
    /// <summary>The script that makes a host the node.</summary>
    /// <param name="blueprint">What the node needs.</param>
    /// <param name="cluster">The cluster's side, which is not asked anything.</param>
    /// <param name="simulated">Whether the cluster is a simulated one.</param>
    public static NodeScript Join(Blueprint blueprint, ClusterSide cluster, bool simulated) =>
        Of(
            ScriptFrame.Join(blueprint, simulated),
            Segments.Forward(blueprint.Resources),
            cluster,
            script => script.Apply
        );

    /// <summary>The script that takes the host out again: the same list backwards.</summary>
    /// <inheritdoc cref="Join"/>
    public static NodeScript Remove(Blueprint blueprint, ClusterSide cluster, bool simulated) =>
        Of(
            ScriptFrame.Remove(blueprint, simulated),
            Segments.Backward(blueprint.Resources),
            cluster,
            script => script.Revert
        );

    private static NodeScript Of(
        PowerShellText head,
        IEnumerable<IReadOnlyList<Resource>> order,
        ClusterSide cluster,
        Func<ResourceScript, PowerShellText?> part
    )
    {
        var onHost = Providers.For(new NoHost());
        var inCluster = Providers.For(cluster);
        var sections = new List<ScriptSection>();
        foreach (var resource in order.SelectMany(segment => segment))
        {
            var providers = resource.Side == Side.Host ? onHost : inCluster;
            var script = providers[resource].Render(resource);
            if (part(script) is { } body)
            {
                sections.Add(new ScriptSection(resource, script.Why, body));
            }
        }

        var texts = sections.Select(s => s.Text).Prepend(head).Append(ScriptFrame.End);
        return new NodeScript(sections, string.Join("\n\n", texts) + "\n");
    }
}
