using System.Collections.Concurrent;
using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;

namespace Mullion.Remote.Tests.Support;

/// <summary>An executor that does what a test tells it and remembers what it was asked.</summary>
public sealed class FakeExecutor : IExecutor
{
    /// <summary>Every call, in order: the verb and what came with it.</summary>
    public ConcurrentQueue<(string Verb, object? Body)> Calls { get; } = new();

    public HostFacts Facts { get; set; } = Samples.Facts;

    public JournalView View { get; set; } = new([]);

    public Plan Plan { get; set; } = Samples.Plan;

    public Func<
        ApplyRequest,
        IProgress<NodeEvent>,
        CancellationToken,
        Task<SegmentResult>
    > Apply { get; set; } = (_, _, _) => Task.FromResult(Samples.Segment);

    public Func<string, Stream, Task> Put { get; set; } =
        async (_, content) =>
        {
            using var all = new MemoryStream();
            content.CopyTo(all);
            await Task.CompletedTask;
        };

    public Func<string, Task> Else { get; set; } = _ => Task.CompletedTask;

    /// <summary>What giving the host up waits for.</summary>
    public Task Letting { get; set; } = Task.CompletedTask;

    public bool Disposed { get; private set; }

    public IEnumerable<string> Verbs => Calls.Select(c => c.Verb);

    public async Task<HostFacts> FactsAsync(CancellationToken cancellation)
    {
        await NoteAsync("facts");
        return Facts;
    }

    public async Task<JournalView> JournalAsync(CancellationToken cancellation)
    {
        await NoteAsync("journal");
        return View;
    }

    public async Task<Plan> PlanAsync(Blueprint blueprint, CancellationToken cancellation)
    {
        await NoteAsync("plan", blueprint);
        return Plan;
    }

    public async Task<Plan> PlanRemovalAsync(CancellationToken cancellation)
    {
        await NoteAsync("plan-removal");
        return Plan;
    }

    public Task BeginAsync(RunRequest request, CancellationToken cancellation) =>
        NoteAsync("begin", request);

    public async Task PutPackageAsync(string sha256, Stream content, CancellationToken cancellation)
    {
        await NoteAsync("put", sha256);
        await Put(sha256, content);
    }

    public async Task<SegmentResult> ApplyAsync(
        ApplyRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    )
    {
        await NoteAsync("apply", request);
        return await Apply(request, events, cancellation);
    }

    public async Task<SegmentResult> TakeBackAsync(
        TakeBackRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    )
    {
        await NoteAsync("take-back", request);
        events.Report(Samples.Event(1));
        return Samples.Segment;
    }

    public Task RecordAsync(JournalRecord record, CancellationToken cancellation) =>
        NoteAsync("record", record);

    public Task RebootAsync(CancellationToken cancellation) => NoteAsync("reboot");

    public Task EndAsync(string outcome, CancellationToken cancellation) =>
        NoteAsync("end", outcome);

    public Task CloseAsync(CancellationToken cancellation) => NoteAsync("close");

    public async ValueTask DisposeAsync()
    {
        Calls.Enqueue(("dispose", null));
        await Letting;
        Disposed = true;
    }

    private Task NoteAsync(string verb, object? body = null)
    {
        Calls.Enqueue((verb, body));
        return Else(verb);
    }
}
