using System.Text.Json;
using Mullion.Core.Convergence.Runs;
using Mullion.Remote.Protocol;

namespace Mullion.Remote.Calling;

/// <summary>A request without a result yet. Guarded by its session's lock.</summary>
internal sealed class PendingCall(
    long id,
    string verb,
    string? run,
    JsonElement? body,
    IProgress<NodeEvent>? events
)
{
    private readonly TaskCompletionSource<JsonElement> _done = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public long Id => id;

    public string Verb => verb;

    public string? Run => run;

    /// <summary>Number of the last event that was passed on.</summary>
    public long Seen { get; private set; }

    /// <summary>What is put; null for other verbs.</summary>
    public PackageSender? Package { get; set; }

    public bool CancelAsked { get; set; }

    public Task<JsonElement> Result => _done.Task;

    public byte[] Line(long acked) =>
        Wire.Line(
            new ClientFrame
            {
                Id = id,
                Verb = verb,
                Run = run,
                Acked = acked,
                Body = body,
            }
        );

    /// <summary>Passes an event on, unless it came before. What the listener throws fails the call.</summary>
    public void Hear(WireEvent e)
    {
        if (e.Seq <= Seen)
        {
            return;
        }

        Seen = e.Seq;
        events?.Report(e.ToEvent());
    }

    public void Done(JsonElement result) => _done.TrySetResult(result);

    public void Fail(Exception why) => _done.TrySetException(why);
}
