using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Lab.Tests.Support;

namespace Mullion.Lab.Tests.Hosts;

/// <summary>The whole way over real sockets: executor protocol, swarm protocol, Engine API.</summary>
public sealed class LabLifeTests
{
    [Fact]
    public async Task A_host_becomes_ready_through_a_restart_and_a_lost_connection_and_goes_without_a_trace()
    {
        await using var lab = await TempLab.StartAsync();
        await lab.Client.NewHostAsync(new NewLabHost("win-1"), default);
        var before = await lab.Client.SnapshotAsync("win-1", default);
        using var admin = await Admin.OfAsync(lab, "win-1", "10.0.0.21");

        var applied = await admin.ApplyAsync();

        applied.Status.ShouldBe(RunStatus.Done, admin.Told);
        var node = (await admin.NodeAsync())!;
        node.State.ShouldBe("ready");
        node.Os.ShouldBe("windows");
        node.Labels["rack"].ShouldBe("a");
        admin.Events.ShouldContain(e => e.Kind == EventKind.Rebooting);
        admin.Events.ShouldContain(e => e.Kind == EventKind.Back);
        var again = await admin.ApplyAsync();
        again.Steps.ShouldBeEmpty(admin.Told);

        var removed = await admin.RemoveAsync();

        removed.Status.ShouldBe(RunStatus.Done, admin.Told);
        (await admin.NodeAsync()).ShouldBeNull();
        before.Differences(await lab.Client.SnapshotAsync("win-1", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Power_cuts_in_the_middle_are_survived_by_running_again()
    {
        await using var lab = await TempLab.StartAsync();
        await lab.Client.NewHostAsync(new NewLabHost("win-2"), default);
        var before = await lab.Client.SnapshotAsync("win-2", default);
        using var admin = await Admin.OfAsync(lab, "win-2", "10.0.0.22");

        await lab.Client.FaultAsync("win-2", "power-cut after features.enable", default);
        await lab.Client.FaultAsync(
            "win-2",
            "power-cut within files.move *dockerd.exe seed 3",
            default
        );
        await lab.Client.FaultAsync("win-2", "power-cut before services.start docker", default);
        var (applied, lost) = await Admin.InsistAsync(admin.ApplyAsync);

        applied.Status.ShouldBe(RunStatus.Done, admin.Told);
        lost.ShouldBeGreaterThan(2);
        (await admin.NodeAsync())!.State.ShouldBe("ready");

        await lab.Client.FaultAsync("win-2", "power-cut within files.deleteDirectory", default);
        var (removed, _) = await Admin.InsistAsync(admin.RemoveAsync);

        removed.Status.ShouldBe(RunStatus.Done, admin.Told);
        before.Differences(await lab.Client.SnapshotAsync("win-2", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_hosts_join_side_by_side()
    {
        await using var lab = await TempLab.StartAsync();
        using var one = await Admin.OfAsync(lab, "win-1", "10.0.0.21");
        using var two = await Admin.OfAsync(lab, "win-2", "10.0.0.22");

        var results = await Task.WhenAll(one.ApplyAsync(), two.ApplyAsync());

        results.ShouldAllBe(r => r.Status == RunStatus.Done, one.Told + two.Told);
        (await one.NodeAsync())!.State.ShouldBe("ready");
        (await two.NodeAsync())!.State.ShouldBe("ready");
    }

    [Fact]
    public async Task A_second_run_on_a_host_is_refused_by_name()
    {
        await using var lab = await TempLab.StartAsync();
        await using var one = await lab.Link("win-1").ConnectAsync(default);
        await using var two = await lab.Link("win-1").ConnectAsync(default);
        await one.BeginAsync(new("apply", "shop", "win-1", "d", "ann@admin-1"), default);

        var refused = await Should.ThrowAsync<Core.MullionException>(
            two.BeginAsync(new("apply", "shop", "win-1", "d", "bob@admin-2"), default)
        );

        refused.Message.ShouldContain("Another run has the host");
    }

    [Fact]
    public async Task What_was_told_is_there_after_the_lab_was_killed_and_started_again()
    {
        await using var lab = await TempLab.StartAsync();
        var link = lab.Link("win-1");
        var executor = await link.ConnectAsync(default);
        var boot = (await executor.FactsAsync(default)).BootId;
        await executor.BeginAsync(new("apply", "shop", "win-1", "d", "ann@admin-1"), default);
        await executor.RecordAsync(
            new()
            {
                Type = Core.Convergence.Journals.RecordType.Left,
                Id = "x/y",
                Note = "n",
            },
            default
        );

        await lab.EndAsync();
        await lab.BeginAsync();

        await using var later = await link.ConnectAsync(default);
        (await later.FactsAsync(default)).BootId.ShouldNotBe(boot);
        (await later.JournalAsync(default)).Records.Select(r => r.Id).ShouldContain("x/y");
        await executor.DisposeAsync();
    }

    [Fact]
    public async Task A_host_whose_power_is_cut_is_away_and_comes_back_by_itself()
    {
        await using var lab = await TempLab.StartAsync();
        var link = lab.Link("win-1");
        await using var executor = await link.ConnectAsync(default);
        await executor.BeginAsync(new("apply", "shop", "win-1", "d", "ann@admin-1"), default);

        await lab.Client.CutPowerAsync("win-1", 7, default);

        var lost = await Should.ThrowAsync<HostLostException>(executor.EndAsync("done", default));
        lost.Message.ShouldContain("lab:win-1 restarted in the middle");
        (await lab.UntilAsync("win-1", h => h.State == LabHostState.Running)).Boot.ShouldBe(2);
    }

    [Fact]
    public async Task A_host_can_be_left_without_power_and_started_by_hand()
    {
        await using var lab = await TempLab.StartAsync(o =>
            o with
            {
                RestartAfterPowerCut = false,
            }
        );
        var link = lab.Link("win-1");
        await (await link.ConnectAsync(default)).DisposeAsync();
        await lab.Client.CutPowerAsync("win-1", 0, default);
        await lab.UntilAsync("win-1", h => h.State == LabHostState.Off);

        await Should.ThrowAsync<HostLostException>(link.ConnectAsync(default));
        (await lab.Client.BootAsync("win-1", default)).State.ShouldBe(LabHostState.Running);

        await (await link.ConnectAsync(default)).DisposeAsync();
    }

    [Fact]
    public async Task A_restart_in_order_is_one_also_where_power_cuts_are_final()
    {
        await using var lab = await TempLab.StartAsync(o =>
            o with
            {
                RestartAfterPowerCut = false,
            }
        );
        await (await lab.Link("win-1").ConnectAsync(default)).DisposeAsync();

        await lab.Client.RebootAsync("win-1", default);

        await lab.UntilAsync("win-1", h => h is { State: LabHostState.Running, Boot: 2 });
    }

    [Fact]
    public async Task A_connection_loss_on_the_host_is_bridged_by_the_client()
    {
        await using var lab = await TempLab.StartAsync();
        await using var executor = await lab.Link("win-1").ConnectAsync(default);
        await executor.BeginAsync(new("apply", "shop", "win-1", "d", "ann@admin-1"), default);
        await lab.Client.FaultAsync("win-1", "system.facts: connection-loss", default);

        (await executor.FactsAsync(default)).ComputerName.ShouldBe("win-1");

        await executor.EndAsync("done", default);
    }
}
