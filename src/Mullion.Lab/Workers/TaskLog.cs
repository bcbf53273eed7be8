using System.Runtime.CompilerServices;
using Mullion.Swarm;
using Mullion.Swarm.Worker.Tasks;

namespace Mullion.Lab.Workers;

/// <summary>What a simulated container prints; readers may wait for more.</summary>
internal sealed class TaskLog
{
    private readonly Lock _lock = new();
    private readonly List<LogLine> _lines = [];
    private readonly ChangeSignal _changed = new();
    private bool _ended;

    /// <summary>Prints a line.</summary>
    public void Add(DateTimeOffset time, string text, bool isError = false) =>
        Change(() => _lines.Add(new LogLine(time, isError, text)));

    /// <summary>The container ends: nothing more comes.</summary>
    public void End() => Change(() => _ended = true);

    /// <summary>The lines that a query means.</summary>
    public async IAsyncEnumerable<LogLine> ReadAsync(
        LogQuery query,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var next = -1;
        while (true)
        {
            LogLine[] lines;
            bool ended;
            var changed = _changed.Next;
            lock (_lock)
            {
                next = next >= 0 ? next : Math.Max(0, _lines.Count - (query.Tail ?? _lines.Count));
                lines = [.. _lines.Skip(next)];
                next += lines.Length;
                ended = _ended;
            }

            foreach (var line in lines.Where(l => !(l.Time < query.Since)))
            {
                yield return line;
            }

            if (ended || !query.Follow)
            {
                yield break;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
        }

        _changed.Raise();
    }
}
