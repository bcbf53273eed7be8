using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.HostRequirements;

/// <summary>Compares a machine with what a node needs.</summary>
internal sealed class WindowsHostProvider(IHost host) : RequirementProvider<WindowsHost>
{
    protected override ResourceScript Render(WindowsHost resource) =>
        WindowsHostScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        WindowsHost resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var facts = host.System.Facts();
        return Task.FromResult<IReadOnlyList<Finding>>([
            Build(resource, facts),
            Name(resource, facts),
            Elevation(facts),
            Least(
                context,
                "processors",
                facts.Processors,
                resource.Processors,
                n => $"{n} processors"
            ),
            Least(context, "memory", facts.MemoryBytes, resource.MemoryBytes, Gigabytes),
            Least(
                context,
                "disk",
                facts.FreeDiskBytes,
                resource.FreeDiskBytes,
                n => Gigabytes(n) + " free on the system drive"
            ),
            PendingReboot(facts),
            Policy(host.Firewall.Profiles()),
        ]);
    }

    private static Finding Build(WindowsHost resource, HostFacts facts)
    {
        var version = $"10.0.{facts.Build}.{facts.Revision}";
        if (!resource.Builds.Contains(facts.Build))
        {
            return Finding.Refuse(
                "os-build",
                $"Windows {version} cannot be such a node; builds that can are {string.Join(", ", resource.Builds)}.",
                "Use Windows Server 2019, 2022 or 2025."
            );
        }

        return
            resource.LeastRevisions.TryGetValue(facts.Build, out var least)
            && facts.Revision < least
            ? Finding.Refuse(
                "os-build",
                $"Windows {version} lacks overlay networks for Swarm; revision {least} brings them.",
                "Install the latest cumulative update."
            )
            : Finding.Ok(
                "os-build",
                $"Windows {version} ({facts.Edition}{(facts.Core ? ", Core" : "")})."
            );
    }

    private static Finding Name(WindowsHost resource, HostFacts facts) =>
        string.Equals(facts.ComputerName, resource.ComputerName, StringComparison.OrdinalIgnoreCase)
            ? Finding.Ok("computer-name", $"The computer name is {facts.ComputerName}.")
            : Finding.Refuse(
                "computer-name",
                $"The spec calls this node {resource.ComputerName}, and the computer name is {facts.ComputerName}; a Swarm node goes by its computer name.",
                $"Set the node's name to {facts.ComputerName}, or rename the computer."
            );

    private static Finding Elevation(HostFacts facts) =>
        facts.Elevated
            ? Finding.Ok("elevation", "Runs with administrator rights.")
            : Finding.Refuse(
                "elevation",
                "Mullion does not run with administrator rights on the host.",
                "Use an account of the Administrators group with a full token."
            );

    /// <summary>
    /// What an installation needs. Once it has begun, it has used some of that itself, and to stop half-way or to leave a running
    /// node as it is would help nobody.
    /// </summary>
    private static Finding Least(
        ReadContext context,
        string id,
        long actual,
        long least,
        Func<long, string> text
    )
    {
        if (actual >= least)
        {
            return Finding.Ok(id, $"The host has {text(actual)}.");
        }

        var message = $"The host has {text(actual)}; the node needs {text(least)}.";
        var fix = $"Give the host at least {text(least)}.";
        return context.Begun ? Finding.Warn(id, message, fix) : Finding.Refuse(id, message, fix);
    }

    private static Finding PendingReboot(HostFacts facts) =>
        facts.PendingReboot.Count == 0
            ? Finding.Ok("pending-reboot", "Windows wants no restart.")
            : Finding.Warn(
                "pending-reboot",
                $"Windows wants a restart: {string.Join(", ", facts.PendingReboot)}.",
                "Restart the host when it suits; what needs it waits for it."
            );

    /// <summary>
    /// Where a group policy lets only its own rules count, those that are added here are there and do nothing. It may open the ports itself:
    /// so nothing is refused.
    /// </summary>
    private static Finding Policy(IReadOnlyList<FirewallProfile> profiles)
    {
        var closed = profiles
            .Where(p => p is { Active: true, Enabled: true, LocalRules: false })
            .Select(p => p.Name)
            .ToList();
        return closed.Count == 0
            ? Finding.Ok("firewall-policy", "Rules that are added on the host count.")
            : Finding.Warn(
                "firewall-policy",
                $"A group policy lets no rules of the host count in the firewall's profile {string.Join(", ", closed)}: those that Mullion adds do nothing.",
                "Let the policy allow them (AllowLocalFirewallRules), or add the plan's ports to the policy."
            );
    }

    private static string Gigabytes(long bytes) => $"{bytes / (double)(1L << 30):0.#} GB";
}
