using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>Sets one label and puts back what it was.</summary>
internal sealed class NodeLabelProvider(ClusterSide side) : Provider<NodeLabel>
{
    private const string Value = "value";

    protected override ResourceState Desired(NodeLabel resource) => new((Value, resource.Value));

    protected override async Task<ResourceState?> ReadAsync(
        NodeLabel resource,
        CancellationToken cancellation
    )
    {
        var node = await side.OwnAsync(cancellation);
        return node?.Labels.TryGetValue(resource.Key, out var value) == true
            ? new ResourceState((Value, value))
            : null;
    }

    protected override ResourceScript Render(NodeLabel resource) => ClusterNodeScript.Of(resource);

    protected override Task<StepOutcome> ApplyAsync(
        NodeLabel resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    ) => SetAsync(resource, resource.Value, cancellation);

    protected override Task<StepOutcome> RevertAsync(
        NodeLabel resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    ) => SetAsync(resource, prior.State?[Value], cancellation);

    private async Task<StepOutcome> SetAsync(
        NodeLabel resource,
        string? value,
        CancellationToken cancellation
    )
    {
        // A node that is gone has taken its labels along.
        if (await side.OwnAsync(cancellation) is { } node)
        {
            await side.Orchestrator.UpdateNodeAsync(
                node.Id,
                new Dictionary<string, string?> { [resource.Key] = value },
                availability: null,
                cancellation
            );
        }

        return StepOutcome.Done;
    }
}
