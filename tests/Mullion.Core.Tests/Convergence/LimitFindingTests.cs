using System.Text;
using Mullion.Core.Certificates;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Limits that show on the host, as a plan tells them.</summary>
public sealed class LimitFindingTests
{
    private const string NodeCertificate =
        HostPaths.EngineData + @"\swarm\certificates\swarm-node.crt";

    [Fact]
    public async Task A_group_policy_that_lets_no_rules_of_the_host_count_is_told()
    {
        using var bed = new Bed(
            HostTemplates.Bare(20348).On(m => m with { PolicyProfiles = ["Public"] })
        );

        var finding = await OneAsync(bed, "firewall-policy");

        finding.Severity.ShouldBe(Severity.Warn);
        finding.Message.ShouldContain("Public");
        using var other = new Bed(
            HostTemplates.Bare(20348).On(m => m with { PolicyProfiles = ["Domain"] })
        );
        (await OneAsync(other, "firewall-policy")).Severity.ShouldBe(
            Severity.Ok,
            "no network has that profile"
        );
    }

    [Fact]
    public async Task The_address_that_windows_took_is_held_against_the_planned_one()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        (await OneAsync(bed, "hns-address")).Severity.ShouldBe(Severity.Ok);

        // Another address comes to the card and before the planned one: that is what HNS takes.
        bed.Host.State.Adapters[0] = bed.Host.State.Adapters[0] with
        {
            Addresses = ["10.9.0.21", "10.0.0.21"],
        };

        var finding = await OneAsync(bed, "hns-address");
        finding.Severity.ShouldBe(Severity.Warn);
        finding.Message.ShouldContain("10.9.0.21");
        finding.Message.ShouldContain("10.0.0.21 was planned");
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(88, "has not renewed it")]
    [InlineData(100, "expired on")]
    public async Task A_swarm_certificate_that_was_not_renewed_is_told(int days, string? words)
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        // As a manager gives it, for 90 days; the simulated one is no certificate.
        var pair = Bed.EngineAuthority.IssueServer(
            "node",
            new CertificateNames(["node"], []),
            KeyKind.Ecdsa,
            bed.Clock.GetUtcNow(),
            TimeSpan.FromDays(90)
        );
        bed.Host.Files.Put(NodeCertificate, Encoding.ASCII.GetBytes(pair.Certificate));
        bed.Clock.Advance(TimeSpan.FromDays(days));

        var told = (await bed.PlanAsync()).Plan.Findings.Where(f => f.Id == "node-certificate");

        told.Select(f => f.Severity).ShouldBe(words is null ? [] : [Severity.Warn]);
        told.ShouldAllBe(f => f.Message.Contains(words!));
    }

    [Fact]
    public async Task A_clone_of_a_node_is_refused()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        bed.Host.State.Machine = bed.Host.State.Machine with { ComputerName = "WIN-CLONE" };
        bed.Host.State.Adapters[0] = bed.Host.State.Adapters[0] with { Addresses = ["10.0.0.77"] };

        var ids = (await bed.PlanAsync()).Plan.Refusals.Select(f => f.Id);

        ids.ShouldContain("clone");
    }

    private static async Task<Finding> OneAsync(Bed bed, string id) =>
        (await bed.PlanAsync()).Plan.Findings.Single(f => f.Id == id);
}
