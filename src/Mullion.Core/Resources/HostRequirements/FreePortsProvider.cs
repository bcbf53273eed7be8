using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.HostRequirements;

/// <summary>Looks who holds the ports of a node.</summary>
internal sealed class FreePortsProvider(IHost host) : RequirementProvider<FreePorts>
{
    protected override ResourceScript Render(FreePorts resource) => FreePortsScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        FreePorts resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var taken = host
            .Network.Listeners()
            .Where(l => resource.Ports.Contains($"{l.Port}/{l.Protocol}"))
            .Where(l =>
                !string.Equals(l.Program, resource.Program, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();

        return Task.FromResult<IReadOnlyList<Finding>>(
            taken.Count == 0
                ? [Finding.Ok("ports", $"{resource.Title} are free for {resource.Program}.")]
                :
                [
                    .. taken.Select(l =>
                        Finding.Refuse(
                            "ports",
                            $"Port {l.Port}/{l.Protocol} is held by {l.Program} (process {l.ProcessId}).",
                            $"Stop {l.Program} or move it to another port."
                        )
                    ),
                ]
        );
    }
}
