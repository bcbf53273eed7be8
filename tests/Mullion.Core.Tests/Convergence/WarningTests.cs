using Mullion.Core.Convergence.Runs;
using Mullion.Core.Findings;
using Mullion.Core.Specs;
using Mullion.Simulation.Localisation;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>What is said and does not stop a run.</summary>
public sealed class WarningTests
{
    private static readonly HostTemplate Bare = HostTemplates.Bare(20348);

    [Fact]
    public async Task A_restart_that_windows_wants_is_a_warning()
    {
        using var bed = new Bed(Bare.With(h => h.State.PendingReboot.Add("Windows Update")));

        var plan = (await bed.PlanAsync()).Plan;

        var finding = plan.Findings.Single(f => f.Id == "pending-reboot");
        finding.Severity.ShouldBe(Severity.Warn);
        finding.Message.ShouldContain("Windows Update");
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
    }

    [Fact]
    public async Task A_clock_that_is_a_little_off_is_a_warning()
    {
        using var bed = new Bed(Bare.On(m => m with { ClockSkew = TimeSpan.FromMinutes(-5) }));

        (await bed.PlanAsync())
            .Plan.Findings.Single(f => f.Id == "clock")
            .Severity.ShouldBe(Severity.Warn);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
    }

    [Theory]
    [InlineData("Ethernet", null, null)]
    [InlineData(null, "00:15:5d:00:0a:15", null)]
    [InlineData(null, null, "10.0.0.21")]
    public async Task One_of_two_interfaces_chosen_by_name_mac_or_address_is_enough(
        string? name,
        string? mac,
        string? address
    )
    {
        using var bed = new Bed(Bare.WithSecondNic("Ethernet 2", "00-15-5D-00-0A-16", "10.1.0.21"));
        bed.Spec = bed.Spec with
        {
            Nodes =
            [
                bed.Spec.Nodes[0] with
                {
                    Interface = new InterfaceSpec
                    {
                        Name = name,
                        Mac = mac,
                        Address = address,
                    },
                },
            ],
        };
        var before = bed.Snapshot();

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.PlanAsync()).Settled.ShouldBeTrue();
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_installation_needs_is_only_told_once_it_has_begun()
    {
        using var bed = new Bed(Bare);
        await bed.ApplyAsync();
        bed.Host.State.Machine = bed.Host.State.Machine with
        {
            DiskBytes = 15L << 30,
            MemoryBytes = 2L << 30,
        };
        bed.Spec = bed.Spec with
        {
            Nodes =
            [
                bed.Spec.Nodes[0] with
                {
                    Labels = new Dictionary<string, string> { ["rack"] = "b" },
                },
            ],
        };

        var findings = (await bed.PlanAsync()).Plan.Findings;

        findings.Single(f => f.Id == "disk").Severity.ShouldBe(Severity.Warn);
        findings.Single(f => f.Id == "memory").Severity.ShouldBe(Severity.Warn);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
    }

    [Fact]
    public async Task A_check_that_fails_is_not_taken_for_fine()
    {
        using var bed = new Bed(Bare.Speaking(HostLanguage.Chinese));
        bed.Host.Faults = new(
            new Simulation.Faults.Fault(Simulation.Faults.FaultKind.Error)
            {
                Operation = "network.listeners",
            }
        );

        var finding = (await bed.PlanAsync()).Plan.Findings.Single(f => f.Id == "ports");

        finding.Severity.ShouldBe(Severity.Unknown);
        finding.Message.ShouldContain("ports/swarm could not be checked");
    }
}
