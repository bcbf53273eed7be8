using Mullion.Lab.SwarmManager.Model;

namespace Mullion.Lab.SwarmManager.Wire;

/// <summary>Lets streams wait for the model's next change without missing one.</summary>
internal sealed class ChangeSignal : IDisposable
{
    private readonly SwarmModel model;
    private TaskCompletionSource next = New();

    public ChangeSignal(SwarmModel model)
    {
        this.model = model;
        model.Changed += OnChanged;
    }

    /// <summary>Completes with the next change. Take it before looking, wait for it after.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Dispose() => model.Changed -= OnChanged;

    private void OnChanged(object? sender, EventArgs e) =>
        Interlocked.Exchange(ref next, New()).SetResult();

    private static TaskCompletionSource New() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
