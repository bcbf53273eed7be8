using System.IO.Pipelines;

namespace Mullion.Remote.Tests.Support;

/// <summary>Two ends of a connection in memory, which can be cut.</summary>
public sealed class DuplexPipe
{
    private readonly Pipe _up = new(new PipeOptions(useSynchronizationContext: false));
    private readonly Pipe _down = new(new PipeOptions(useSynchronizationContext: false));
    private readonly Lock _lock = new();
    private int _cut;

    public DuplexPipe(int budget = int.MaxValue)
    {
        Budget = budget;
        Client = new PipeEnd(this, _down.Reader, _up.Writer);
        Server = new PipeEnd(this, _up.Reader, _down.Writer);
    }

    public Stream Client { get; }

    public Stream Server { get; }

    /// <summary>How many bytes still pass, in both directions together, before the connection is cut.</summary>
    public int Budget { get; private set; }

    /// <summary>Bytes that have passed.</summary>
    public int Passed { get; private set; }

    public void Cut()
    {
        if (Interlocked.Exchange(ref _cut, 1) == 1)
        {
            return;
        }

        var why = new IOException("the cable was cut");
        _up.Writer.Complete(why);
        _down.Writer.Complete(why);
        _up.Reader.Complete(why);
        _down.Reader.Complete(why);
    }

    /// <summary>Lets so many bytes through as the budget has; cuts when it is spent.</summary>
    public int Spend(int wanted)
    {
        lock (_lock)
        {
            var allowed = Math.Min(wanted, Budget);
            Budget -= allowed;
            Passed += allowed;
            return allowed;
        }
    }
}
