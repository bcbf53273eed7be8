using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>What cannot be read, checked or changed is told with what to do, and hides nothing else.</summary>
public sealed class UnreadableTests
{
    private static readonly HostTemplate Bare = HostTemplates.Bare(20348);

    [Fact]
    public async Task A_rule_that_cannot_be_read_refuses_and_the_rest_is_planned()
    {
        using var bed = new Bed(Bare);
        bed.Host.Faults = Every("firewall.find", WindowsError.RpcNotRegistered);
        var before = bed.Snapshot();

        var plan = (await bed.PlanAsync()).Plan;
        var result = await bed.ApplyAsync();

        IsTold(plan);
        plan.Findings.ShouldContain(f => f.Id == "os-build");
        result.Status.ShouldBe(RunStatus.Refused);
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task So_does_one_that_is_to_be_taken_back()
    {
        using var bed = new Bed(Bare);
        await bed.ApplyAsync();
        bed.Host.Faults = Every("firewall.find", WindowsError.RpcNotRegistered);

        IsTold((await bed.PlanRemovalAsync()).Plan);
    }

    [Fact]
    public async Task A_check_before_a_removal_that_fails_refuses()
    {
        using var bed = new Bed(Bare);
        await bed.ApplyAsync();
        bed.Host.Faults = Every("engine.containers", WindowsError.AccessDenied);

        var plan = (await bed.PlanRemovalAsync()).Plan;

        plan.Refusals.ShouldContain(f =>
            f.Message.StartsWith("engine-package/docker could not be checked")
        );
        plan.Refusals.ShouldAllBe(f => f.Fix!.Contains("administrator rights"));
    }

    [Fact]
    public async Task A_folder_of_which_nobody_can_tell_whose_it_is_stays()
    {
        using var bed = new Bed(
            Bare.WithContainersFeature()
                .WithFile(@"C:\Program Files\docker\dockerd.exe", [7, 7])
                .WithFile(@"C:\Program Files\docker\cli-plugins\mine.exe", [7])
        );
        bed.Host.Faults = Every("files.list", WindowsError.AccessDenied);
        var before = bed.Snapshot();

        var result = await bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Refused);
        result.Message!.ShouldContain("engine-package/docker could not be");
        result.Fix!.ShouldContain("administrator rights");
        bed.Host.Faults = new FaultPlan();
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_check_that_fails_on_what_needs_no_change_does_not_stop_the_run()
    {
        using var bed = new Bed(Bare);
        bed.Host.Faults = Every("network.listeners", WindowsError.AccessDenied);

        (await bed.PlanAsync())
            .Plan.Findings.Single(f => f.Id == "ports")
            .Severity.ShouldBe(Severity.Unknown);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
    }

    [Fact]
    public async Task A_step_that_windows_refuses_says_what_to_do()
    {
        using var bed = new Bed(Bare);
        bed.Host.Faults = Every("firewall.add", WindowsError.AccessDenied);

        var result = await bed.ApplyAsync();

        var failed = result.Steps.Where(s => s.Status == StepStatus.Failed).ToList();
        failed.Count.ShouldBe(4);
        failed.ShouldAllBe(s => s.Fix!.Contains("administrator rights"));
    }

    [Theory]
    [InlineData(5, "administrator rights")]
    [InlineData(unchecked((int)0x80070005), "administrator rights")]
    [InlineData(32, "Close the program")]
    [InlineData(112, "Make room")]
    [InlineData(unchecked((int)0x80070070), "Make room")]
    [InlineData(1072, "services.msc")]
    [InlineData(1053, "come to rest")]
    [InlineData(unchecked((int)0x800706D9), "mpssvc")]
    [InlineData(unchecked((int)0x800F080C), "certutil -error 0x800f080c")]
    public void Every_error_of_windows_has_a_fix(int code, string words) =>
        new HostException("call", "object", code, "text").Fix!.ShouldContain(words);

    /// <summary>One of four rules refuses; the same of the others is beside it, and is no cause of its own.</summary>
    private static void IsTold(Plan plan)
    {
        var refusal = plan.Refusals.ShouldHaveSingleItem();
        refusal.Message.ShouldContain("could not be read");
        refusal.Fix!.ShouldContain("mpssvc");
        plan.Findings.Count(f => f is { Id: "firewall", Severity: Severity.Unknown }).ShouldBe(3);
        plan.Steps.Select(s => s.Id).ShouldContain("service/docker");
    }

    private static FaultPlan Every(string operation, int code) =>
        new(
            new Fault(FaultKind.Error)
            {
                Operation = operation,
                Code = code,
                Times = null,
            }
        );
}
