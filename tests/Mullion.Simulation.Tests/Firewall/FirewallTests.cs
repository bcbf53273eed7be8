using Mullion.Core.Hosts;
using Mullion.Simulation.Localisation;
using Mullion.Simulation.Templates;

namespace Mullion.Simulation.Tests.Firewall;

public class FirewallTests
{
    private readonly SimulatedHost _host = Hosts.Bare();

    [Fact]
    public void A_rule_is_added_replaced_and_removed_by_its_id()
    {
        _host.Firewall.Add(Story.Rule);
        _host.Firewall.Replace(Story.Rule with { LocalPorts = "7946" });
        _host.Firewall.Find(Story.Rule.Id.ToUpperInvariant())!.LocalPorts.ShouldBe("7946");

        _host.Firewall.Remove(Story.Rule.Id);

        _host.Firewall.Find(Story.Rule.Id).ShouldBeNull();
    }

    [Fact]
    public void An_id_is_used_once()
    {
        _host.Firewall.Add(Story.Rule);

        Hosts.Fails(() => _host.Firewall.Add(Story.Rule)).Code.ShouldBe(WindowsError.AlreadyExists);
        Hosts.Fails(() => _host.Firewall.Remove("none")).Code.ShouldBe(WindowsError.FileNotFound);
        Hosts
            .Fails(() => _host.Firewall.Replace(Story.Rule with { Id = "none" }))
            .Code.ShouldBe(WindowsError.FileNotFound);
    }

    [Fact]
    public void A_display_name_may_be_anothers()
    {
        _host.Firewall.Add(Story.Rule with { DisplayName = "Windows Remote Management (HTTP-In)" });

        _host
            .Firewall.List()
            .Count(r => r.DisplayName == "Windows Remote Management (HTTP-In)")
            .ShouldBe(3);
    }

    [Fact]
    public void Display_names_speak_the_hosts_language_and_ids_do_not()
    {
        var german = SimulatedHost.Create(HostTemplates.Bare(17763).Speaking(HostLanguage.German));

        var rule = german.Firewall.Find("WINRM-HTTP-In-TCP")!;

        rule.DisplayName.ShouldBe("Windows-Remoteverwaltung (HTTP eingehend)");
        german.Firewall.List().Select(r => r.Id).ShouldBe(_host.Firewall.List().Select(r => r.Id));
    }

    [Theory]
    [InlineData("TCP", "70000", "Any", "Any")]
    [InlineData("TCP", "a", "Any", "Any")]
    [InlineData("ICMP", "1", "Any", "Any")]
    [InlineData("TCP", "1", "10.0.0.0/40", "Any")]
    [InlineData("TCP", "1", "Any", "Home")]
    public void What_the_firewall_does_not_take_is_refused(
        string protocol,
        string ports,
        string remote,
        string profiles
    ) =>
        Hosts
            .Fails(() =>
                _host.Firewall.Add(
                    Story.Rule with
                    {
                        Protocol = protocol,
                        LocalPorts = ports,
                        RemoteAddresses = remote,
                        Profiles = profiles,
                    }
                )
            )
            .Code.ShouldBe(87);

    [Theory]
    [InlineData("7946,2377", "10.0.0.0/8,LocalSubnet", "Domain,Private")]
    [InlineData("30000-32767", "10.0.0.1-10.0.0.9", "Any")]
    public void Lists_ranges_and_keywords_are_taken(string ports, string remote, string profiles) =>
        _host.Firewall.Add(
            Story.Rule with
            {
                LocalPorts = ports,
                RemoteAddresses = remote,
                Profiles = profiles,
            }
        );
}
