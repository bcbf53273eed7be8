using Mullion.Core.Hosts;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Features;
using Mullion.Simulation.Localisation;
using Mullion.Simulation.Machine;
using Mullion.Simulation.Network;
using Mullion.Simulation.Quirks;
using Mullion.Simulation.Services;

namespace Mullion.Simulation.Templates;

/// <summary>What a simulated host is like before Mullion sees it. Templates are immutable; each method gives another one.</summary>
public sealed class HostTemplate
{
    private readonly MachineState _machine;
    private readonly IReadOnlyList<Action<SimulatedHost>> _steps;
    private readonly Lazy<HostState> _built;

    internal HostTemplate(MachineState machine, IReadOnlyList<Action<SimulatedHost>> steps)
    {
        _machine = machine;
        _steps = steps;
        _built = new Lazy<HostState>(BuildOnce);
    }

    /// <summary>On another machine: name, build, language, memory and so on.</summary>
    public HostTemplate On(Func<MachineState, MachineState> machine) =>
        new(machine(_machine), _steps);

    /// <summary>With something done beneath the gate once the host is there.</summary>
    public HostTemplate With(Action<SimulatedHost> step) => new(_machine, [.. _steps, step]);

    /// <summary>With another computer name.</summary>
    public HostTemplate Named(string computerName) =>
        On(m => m with { ComputerName = computerName });

    /// <summary>With a Windows in another language.</summary>
    public HostTemplate Speaking(HostLanguage language) => On(m => m with { Language = language });

    /// <summary>With a desktop.</summary>
    public HostTemplate WithDesktop() => On(m => m with { Core = false });

    /// <summary>With another NIC than <c>Ethernet</c>.</summary>
    /// <param name="name">The alias.</param>
    /// <param name="mac">Upper case with hyphens.</param>
    /// <param name="addresses">Its addresses.</param>
    public HostTemplate WithNic(string name, string mac, params string[] addresses) =>
        With(h =>
        {
            h.State.Adapters.RemoveAll(a => a.Physical);
            h.State.Adapters.Add(new SimulatedAdapter(name, h.NextIndex(), mac, addresses));
        });

    /// <summary>With one more NIC.</summary>
    public HostTemplate WithSecondNic(string name, string mac, params string[] addresses) =>
        With(h => h.State.Adapters.Add(new SimulatedAdapter(name, h.NextIndex(), mac, addresses)));

    /// <summary>With a cloud's metadata routes on <c>Ethernet</c> (get-netroute-2022-aws-before-overlay.txt).</summary>
    public HostTemplate WithMetadataRoutes(string gateway) =>
        With(h =>
        {
            foreach (var last in new[] { 251, 253, 254 })
            {
                h.Network.Put(
                    new SimulatedRoute(
                        $"169.254.169.{last}/32",
                        gateway,
                        "Ethernet",
                        Persistent: false
                    )
                );
            }
        });

    /// <summary>With the Containers feature on.</summary>
    public HostTemplate WithContainersFeature() =>
        With(h =>
        {
            h.State.Features[ContainersFeature.Name] = FeatureState.Enabled;
            ContainersFeature.Apply(h);
        });

    /// <summary>With an engine that somebody installed, running as <c>sc-qc-docker-2016.txt</c> shows it.</summary>
    public HostTemplate WithEngine(string version) =>
        WithContainersFeature().With(h => ForeignEngine.Install(h, version));

    /// <summary>With a container that somebody made, running.</summary>
    public HostTemplate WithContainer(string name, string image) =>
        With(h =>
            h.Engine.Put(
                new SimulatedContainer(EngineProcess.IdOf(name), name, image)
                {
                    Running = true,
                    RestartAlways = true,
                    Processes = SimulatedContainer.ProcessesOf(image),
                }
            )
        );

    /// <summary>With a firewall rule that somebody made.</summary>
    public HostTemplate WithFirewallRule(FirewallRule rule) => With(h => h.Firewall.Put(rule));

    /// <summary>With a file that somebody made.</summary>
    public HostTemplate WithFile(string path, byte[] content) =>
        With(h => h.Files.Put(path, content));

    /// <summary>With a service that somebody made.</summary>
    public HostTemplate WithService(SimulatedService service) => With(h => h.Services.Put(service));

    /// <summary>Without some quirks, by id.</summary>
    /// <exception cref="ArgumentException">There is no such quirk.</exception>
    public HostTemplate Without(params string[] quirks)
    {
        foreach (var id in quirks)
        {
            if (Quirk.All.All(q => q.Id != id))
            {
                throw new ArgumentException($"There is no quirk {id}.", nameof(quirks));
            }
        }

        return With(h => h.State.QuirksOff.UnionWith(quirks));
    }

    /// <summary>The state that a new host begins with.</summary>
    internal HostState Build() => _built.Value.Copy();

    private HostState BuildOnce()
    {
        var host = new SimulatedHost(Windows.Fresh(_machine));
        foreach (var step in _steps)
        {
            step(host);
        }

        return host.State.Copy();
    }
}
