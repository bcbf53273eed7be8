namespace Mullion.Simulation.Time;

/// <summary>
/// Tells a timer made by <c>Task.Delay</c> from one made for a timeout. The runtime's own type is learnt by making one,
/// because it has no public name.
/// </summary>
internal sealed class DelayProbe : TimeProvider
{
    private static readonly Type Plain = TypeOf(CancellationToken.None);
    private static readonly Type Cancellable = TypeOf(new CancellationTokenSource().Token);

    private Type? _seen;

    /// <summary>True when the state is that of a <c>Task.Delay</c>.</summary>
    public static bool IsDelay(object? state) =>
        state is not null && (state.GetType() == Plain || state.GetType() == Cancellable);

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        _seen = state?.GetType();
        return new VirtualTimer(new VirtualClock { AutoAdvance = false }, callback, state);
    }

    private static Type TypeOf(CancellationToken token)
    {
        var clock = new DelayProbe();
        _ = Task.Delay(TimeSpan.FromHours(1), clock, token);
        return clock._seen ?? typeof(DelayProbe);
    }
}
