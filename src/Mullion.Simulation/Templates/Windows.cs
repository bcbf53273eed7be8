using Mullion.Core.Hosts;
using Mullion.Simulation.Files;
using Mullion.Simulation.Machine;
using Mullion.Simulation.Network;
using Mullion.Simulation.Services;

namespace Mullion.Simulation.Templates;

/// <summary>A fresh Windows Server: the few files, services, rules and features that Mullion could run into.</summary>
internal static class Windows
{
    private static readonly string[] Folders =
    [
        @"C:\Program Files",
        @"C:\ProgramData\Microsoft\Windows",
        @"C:\Users\Administrator",
        @"C:\Users\Public",
        @"C:\Windows\System32\config",
        @"C:\Windows\Temp",
    ];

    private static readonly string[] SystemFiles =
    [
        @"C:\Windows\System32\svchost.exe",
        @"C:\Windows\System32\services.exe",
        @"C:\Windows\System32\vmcompute.dll",
        @"C:\Windows\System32\drivers\etc\hosts",
    ];

    /// <summary>A new state for a machine.</summary>
    public static HostState Fresh(MachineState machine)
    {
        var state = new HostState { Machine = machine };
        var files = new FileStore(state.Files, clock: null);
        foreach (var folder in Folders)
        {
            files.EnsureDirectory(folder);
        }

        foreach (var file in SystemFiles)
        {
            files.WriteSafely(file, [0x4d, 0x5a]);
        }

        foreach (var feature in new[] { "Containers", "Microsoft-Hyper-V", "TelnetClient" })
        {
            state.Features[feature] = FeatureState.Disabled;
        }

        foreach (var rule in WindowsFirewallRules.For(machine.Language))
        {
            state.Firewall[rule.Id] = rule;
        }

        AddServices(state);
        state.Adapters.Add(
            new SimulatedAdapter(
                "Ethernet",
                state.NextNumber++,
                "00-15-5D-00-0A-15",
                ["10.0.0.21", "fe80::215:5dff:fe00:a15"]
            )
        );
        state.Listeners.Add(new SimulatedListener("tcp", 135, "svchost.exe", 900));
        state.Listeners.Add(new SimulatedListener("tcp", 445, "System", 4));
        state.Listeners.Add(new SimulatedListener("tcp", 5985, "System", 4));
        if (!machine.Core)
        {
            state.Listeners.Add(new SimulatedListener("tcp", 3389, "svchost.exe", 904));
        }

        return state;
    }

    private static void AddServices(HostState state)
    {
        foreach (
            var (name, display, start) in new[]
            {
                ("Dnscache", "DNS Client", ServiceStart.Automatic),
                ("EventLog", "Windows Event Log", ServiceStart.Automatic),
                ("mpssvc", "Windows Defender Firewall", ServiceStart.Automatic),
                ("Schedule", "Task Scheduler", ServiceStart.Automatic),
                ("TrustedInstaller", "Windows Modules Installer", ServiceStart.Manual),
                ("W32Time", "Windows Time", ServiceStart.Automatic),
                ("WinRM", "Windows Remote Management (WS-Management)", ServiceStart.Automatic),
            }
        )
        {
            var running = start is ServiceStart.Automatic;
            state.Services[name] = new SimulatedService(
                new ServiceConfig(
                    name,
                    display,
                    @"C:\Windows\System32\svchost.exe -k netsvcs -p",
                    start,
                    "",
                    [],
                    ServiceRecovery.None
                )
            )
            {
                State = running ? ServiceState.Running : ServiceState.Stopped,
                ProcessId = running ? 4 * (200 + state.NextNumber++) : 0,
            };
        }
    }
}
