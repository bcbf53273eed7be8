using System.Runtime.InteropServices;

namespace Mullion.Cli.Hosting;

/// <summary>
/// Ctrl-C: the first one asks for a stop at the next safe point, the second one ends the program at once.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations;
    private readonly Action<int> _exit;
    private int _count;

    /// <summary>Listens from now on.</summary>
    /// <param name="exit">Ends the program at once.</param>
    public Interrupts(Action<int> exit)
    {
        _exit = exit;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registrations.ForEach(r => r.Dispose());
        _source.Dispose();
    }

    internal void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _count) == 1)
        {
            _source.Cancel();
        }
        else
        {
            _exit((int)ExitCode.Interrupted);
        }
    }
}
