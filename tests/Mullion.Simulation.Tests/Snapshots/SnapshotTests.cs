using Mullion.Core.Hosts;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Services;
using Mullion.Simulation.Snapshots;
using Mullion.Simulation.Templates;

namespace Mullion.Simulation.Tests.Snapshots;

public class SnapshotTests
{
    private static readonly FirewallRule Rule = new(
        "payroll-8080",
        "Payroll",
        "Made by hand",
        Inbound: true,
        Allow: true,
        "TCP",
        "8080",
        "Any",
        "Any",
        Enabled: true
    );

    private readonly SimulatedHost _host = SimulatedHost.Create(HostTemplates.WithEngine(20348));

    public static TheoryData<string, string> Perturbations =>
        new()
        {
            { "rule name", "~ firewall:payroll-8080/displayName: Payroll → x" },
            { "rule description", "~ firewall:payroll-8080/description: Made by hand → x" },
            { "rule direction", "~ firewall:payroll-8080/direction: in → out" },
            { "rule action", "~ firewall:payroll-8080/action: allow → block" },
            { "rule protocol", "~ firewall:payroll-8080/protocol: TCP → UDP" },
            { "rule ports", "~ firewall:payroll-8080/localPorts: 8080 → 81" },
            { "rule addresses", "~ firewall:payroll-8080/remoteAddresses: Any → LocalSubnet" },
            { "rule profiles", "~ firewall:payroll-8080/profiles: Any → Public" },
            { "rule enabled", "~ firewall:payroll-8080/enabled: True → False" },
            { "service start", "~ service:docker/start: Automatic → Manual" },
            { "service description", "~ service:docker/description:  → x" },
            { "service dependencies", "~ service:docker/dependencies:  → hns" },
            {
                "service recovery",
                "~ service:docker/recovery: restart 15s,15s reset 86400s → none"
            },
            { "service state", "~ service:docker/state: Running → Stopped" },
            { "service display name", "~ service:docker/displayName: Docker Engine → x" },
            { "feature", "~ feature:TelnetClient: Disabled → Enabled" },
            { "folder", @"+ folder:C:\new = " },
            {
                "address",
                "~ interface:Ethernet/addresses: 10.0.0.21,fe80::215:5dff:fe00:a15 → 10.0.0.22"
            },
            { "mac", "~ interface:Ethernet/mac: 00-15-5D-00-0A-15 → 00-15-5D-00-0A-99" },
            { "reboot", "~ machine:pendingReboot:  → x" },
        };

    [Theory]
    [MemberData(nameof(Perturbations))]
    public void A_difference_names_exactly_the_field_that_changed(string what, string line)
    {
        var before = _host.Snapshot();
        Perturb(what);

        before.Diff(_host.Snapshot()).Select(d => d.ToString()).ShouldBe([line]);
    }

    [Fact]
    public void What_comes_and_goes_is_named_with_all_its_fields()
    {
        var before = _host.Snapshot();
        _host.Firewall.Take(Rule.Id);

        before
            .Diff(_host.Snapshot())
            .ShouldAllBe(d => d.After == null && d.Key.StartsWith("firewall:payroll-8080/"));
        before.Diff(_host.Snapshot()).Count.ShouldBe(9);
        (before.Objects - _host.Snapshot().Objects).ShouldBe(1);
    }

    [Fact]
    public void A_container_is_seen_with_its_files()
    {
        _host.Engine.PutImage("image");
        var before = _host.Snapshot();
        _host.Engine.Put(new SimulatedContainer("77", "new", "image"));

        before
            .Diff(_host.Snapshot())
            .Select(d => d.Key)
            .ShouldBe([
                "container:new/id",
                "container:new/image",
                "container:new/running",
                "container:new/task",
                @"file:C:\ProgramData\docker\containers\77\config.v2.json",
                @"file:C:\ProgramData\docker\windowsfilter\77\layerchain.json",
                @"file:C:\ProgramData\docker\windowsfilter\77\sandbox.vhdx",
                @"folder:C:\ProgramData\docker\containers\77",
                @"folder:C:\ProgramData\docker\windowsfilter\77",
            ]);
    }

    [Fact]
    public void A_snapshot_is_no_operation()
    {
        _host.Snapshot();

        _host.Operations.ShouldBe(0);
    }

    [Fact]
    public async Task A_reboot_by_itself_changes_nothing_that_counts()
    {
        var before = _host.Snapshot();
        _host.CutPower(5);
        _host.Boot();
        await _host.QuietAsync();

        before.Diff(_host.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public void Everything_that_Windows_keeps_has_a_reason()
    {
        WindowsKeeps.All.ShouldAllBe(k => k.Reason.Length > 20);
        WindowsKeeps.Covers("interface:Ethernet/index").ShouldBeTrue();
        WindowsKeeps.Covers("interface:Ethernet/mac").ShouldBeFalse();
        WindowsKeeps.Covers(@"file:C:\ProgramData\Microsoft\Windows\HNS\HNS.data").ShouldBeTrue();
        WindowsKeeps.Covers(@"file:C:\ProgramData\docker\HNS.data").ShouldBeFalse();
    }

    private void Perturb(string what)
    {
        var docker = _host.State.Services["docker"];
        var nic = _host.State.Adapters[0];
        switch (what)
        {
            case "rule name":
                _host.Firewall.Put(Rule with { DisplayName = "x" });
                break;
            case "rule description":
                _host.Firewall.Put(Rule with { Description = "x" });
                break;
            case "rule direction":
                _host.Firewall.Put(Rule with { Inbound = false });
                break;
            case "rule action":
                _host.Firewall.Put(Rule with { Allow = false });
                break;
            case "rule protocol":
                _host.Firewall.Put(Rule with { Protocol = "UDP" });
                break;
            case "rule ports":
                _host.Firewall.Put(Rule with { LocalPorts = "81" });
                break;
            case "rule addresses":
                _host.Firewall.Put(Rule with { RemoteAddresses = "LocalSubnet" });
                break;
            case "rule profiles":
                _host.Firewall.Put(Rule with { Profiles = "Public" });
                break;
            case "rule enabled":
                _host.Firewall.Put(Rule with { Enabled = false });
                break;
            case "service start":
                Put(docker, docker.Config with { Start = ServiceStart.Manual });
                break;
            case "service description":
                Put(docker, docker.Config with { Description = "x" });
                break;
            case "service dependencies":
                Put(docker, docker.Config with { Dependencies = ["hns"] });
                break;
            case "service recovery":
                Put(docker, docker.Config with { Recovery = ServiceRecovery.None });
                break;
            case "service display name":
                Put(docker, docker.Config with { DisplayName = "x" });
                break;
            case "service state":
                _host.Services.Put(docker with { State = ServiceState.Stopped });
                break;
            case "feature":
                _host.Features.Put("TelnetClient", FeatureState.Enabled);
                break;
            case "folder":
                _host.Files.CreateDirectory(@"C:\new");
                break;
            case "address":
                _host.Network.Put(nic with { Addresses = ["10.0.0.22"] });
                break;
            case "mac":
                _host.Network.Put(nic with { Mac = "00-15-5D-00-0A-99" });
                break;
            default:
                _host.State.PendingReboot.Add("x");
                break;
        }
    }

    private void Put(SimulatedService service, ServiceConfig config) =>
        _host.Services.Put(service with { Config = config });
}
