using Mullion.Cli.Rendering;
using Mullion.Lab.Workers;

namespace Mullion.Cli.Workers;

/// <summary>Tells how simulated workers stand: at once when all have joined, else every two seconds at most.</summary>
internal sealed class FleetProgress(Screen screen, int wanted, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private long _told = long.MinValue;
    private string _last = "";
    private bool _ready;

    public void Report(FleetCounts counts)
    {
        lock (_lock)
        {
            var ready = counts.Active == wanted;
            if (
                !(ready && !_ready)
                && _told != long.MinValue
                && clock.GetElapsedTime(_told) < Pause
            )
            {
                return;
            }

            _ready |= ready;
            var text =
                $"{counts.Joined} of {wanted} joined, {counts.Active} active, {Count.Of(counts.Tasks, "task")} running{(counts.Lost > 0 ? $", {counts.Lost} lost" : "")}";
            if (text == _last)
            {
                return;
            }

            _told = clock.GetTimestamp();
            _last = text;
            screen.Line(ready && counts.Joined == wanted ? text + " (Ctrl-C ends them)" : text);
        }
    }
}
