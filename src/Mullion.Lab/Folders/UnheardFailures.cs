namespace Mullion.Lab.Folders;

/// <summary>Puts into a lab's log what fails in its process without anybody waiting for it.</summary>
internal sealed class UnheardFailures : IDisposable
{
    private readonly LabLog _log;

    public UnheardFailures(LabLog log)
    {
        _log = log;
        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
        TaskScheduler.UnobservedTaskException += OnUnobserved;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;
        TaskScheduler.UnobservedTaskException -= OnUnobserved;
    }

    private void OnUnhandled(object? sender, UnhandledExceptionEventArgs e)
    {
        if (e.ExceptionObject is Exception why)
        {
            _log.Error("the lab process ends", why);
        }
    }

    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs e) =>
        _log.Error("in the background", e.Exception.GetBaseException());
}
