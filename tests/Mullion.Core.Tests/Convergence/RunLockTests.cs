using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Hosts;

namespace Mullion.Core.Tests.Convergence;

/// <summary>One run per host, also in the moments in which one begins and another ends.</summary>
public sealed class RunLockTests
{
    private readonly JournalBed _bed = new();
    private readonly ProbedHost _host;

    public RunLockTests() => _host = new ProbedHost(_bed.Host);

    [Fact]
    public async Task While_the_last_run_deletes_its_journal_nobody_begins()
    {
        await using var last = await BegunAsync(_host);
        var met = "";
        _host.Deleting = path =>
        {
            if (path == HostPaths.Journal)
            {
                met = Should.Throw<MullionException>(() => Begin(_bed.Host, "shop")).Message;
            }
        };

        await last.CloseAsync(CancellationToken.None);

        met.ShouldContain("Another run has the host: apply by ann@admin-1");
        _bed.Host.Files.Find(HostPaths.Mullion).ShouldBeNull();
    }

    [Fact]
    public async Task A_run_that_begins_as_the_last_one_goes_keeps_its_journal()
    {
        await using var last = await BegunAsync(_host);
        LocalExecutor? next = null;
        _host.Deleting = path =>
        {
            if (path == HostPaths.Mullion)
            {
                next = Begin(_bed.Host, "bank");
                next.RecordAsync(Note(), CancellationToken.None).GetAwaiter().GetResult();
            }
        };

        await last.CloseAsync(CancellationToken.None);

        await next!.RecordAsync(Note(), CancellationToken.None);
        await next.EndAsync(RunOutcome.Done, CancellationToken.None);
        _bed.Open().Records.Select(r => r.Sequence).ShouldBe([1, 2, 3, 4]);
        _bed.Open().Inventory.Cluster.ShouldBe("bank");
    }

    [Fact]
    public async Task A_host_that_another_cluster_took_just_before_the_lock_is_refused()
    {
        _host.Locking = _ =>
        {
            var other = Begin(_bed.Host, "bank");
            other.RecordAsync(Note(), CancellationToken.None).GetAwaiter().GetResult();
            other.EndAsync(RunOutcome.Done, CancellationToken.None).GetAwaiter().GetResult();
        };

        var error = Should.Throw<MullionException>(() => Begin(_host, "shop"));

        error.Message.ShouldBe("The host belongs to the cluster bank as win-1, not to shop.");
        await using var again = Begin(_bed.Host, "bank");
    }

    [Fact]
    public async Task The_run_that_has_the_host_is_named_and_not_one_that_crashed_before()
    {
        var crashed = await BegunAsync(_bed.Host);
        _bed.Host.Files.EndProgram();
        await using var holder = new LocalExecutor(_bed.Host);
        await holder.BeginAsync(
            new RunRequest("remove", "shop", "win-1", null, "bob@admin-2"),
            CancellationToken.None
        );

        var error = Should.Throw<MullionException>(() => Begin(_bed.Host, "shop"));

        error.Message.ShouldStartWith(
            "Another run has the host: remove by bob@admin-2, since 2026-"
        );
        await crashed.DisposeAsync();
    }

    private static JournalRecord Note() => new() { Type = RecordType.TakenBack, Id = "x/y" };

    private static async Task<LocalExecutor> BegunAsync(IHost host)
    {
        var executor = Begin(host, "shop");
        await executor.RecordAsync(Note(), CancellationToken.None);
        return executor;
    }

    private static LocalExecutor Begin(IHost host, string cluster)
    {
        var executor = new LocalExecutor(host);
        executor
            .BeginAsync(
                new RunRequest("apply", cluster, "win-1", "digest", "ann@admin-1"),
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();
        return executor;
    }
}
