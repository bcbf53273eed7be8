using Mullion.Core.Convergence.Journals;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Core.Resources.DaemonSettings;
using Mullion.Core.Resources.EngineCertificates;
using Mullion.Core.Resources.Engines;

namespace Mullion.Core.Convergence.Executors;

/// <summary>What a host is, with what its journal knows of its engine.</summary>
internal sealed class FactsReader(IHost host)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public async Task<HostFacts> ReadAsync(Inventory inventory, CancellationToken cancellation)
    {
        var facts = await Poll.ForAsync(
            host.Clock,
            Limit,
            () => Task.FromResult(host.System.Facts() with { BootId = host.System.BootId }),
            HasAddress,
            cancellation
        );
        var owned = inventory.Resources.Values;
        var package = Of<EnginePackage>(owned).FirstOrDefault(p => !p.ProgramsOn(host.Files).Taken);
        return facts with
        {
            Engine = facts.Engine is { } engine
                ? engine with
                {
                    Installed = package?.Spec,
                    Certificate = Of<EngineCertificate>(owned).FirstOrDefault(),
                    Changed = Changed(owned),
                }
                : null,
        };
    }

    /// <summary>For some seconds after a boot, and after a vSwitch was made, a card has no address (windows-failures.md, A27).</summary>
    private static bool HasAddress(HostFacts facts) =>
        !facts.Interfaces.Any(i => i is { External: true, Up: true })
        || facts.Interfaces.Any(i => i is { External: true, Up: true } && i.Reachable.Any());

    private static Dictionary<string, string?> Changed(IEnumerable<OwnedResource> owned) =>
        owned
            .Where(o => o.Resource is EngineSettings)
            .SelectMany(
                o => ((EngineSettings)o.Resource).Keys,
                (o, key) => KeyValuePair.Create(key, o.Prior.State?[key])
            )
            .ToDictionary();

    private static IEnumerable<T> Of<T>(IEnumerable<OwnedResource> owned) =>
        owned.Select(o => o.Resource).OfType<T>();
}
