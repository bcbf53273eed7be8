using Mullion.Remote.Protocol;

namespace Mullion.Remote.Calling;

/// <summary>What is done with what the server says.</summary>
internal sealed partial class CallSession
{
    private void Hear(ServerFrame frame)
    {
        PendingCall? call;
        var last = frame.Result is not null || frame.Error is not null;
        lock (_lock)
        {
            call = _pending.GetValueOrDefault(frame.Id);
            if (last)
            {
                _pending.Remove(frame.Id);
                _breaches = 0;
                _begun |= call?.Verb == Verb.Begin;
            }
        }

        switch (frame)
        {
            case { Event: { } e } when call is not null:
                Tell(call, e);
                break;
            case { Want: { } window } when call?.Package is { } package:
                _ = ServeAsync(call, package, window);
                break;
            case { Result: { } result }:
                call?.Done(result);
                break;
            case { Error: { } error }:
                call?.Fail(error.ToException());
                break;
            default:
                break;
        }
    }

    private void Tell(PendingCall call, WireEvent e)
    {
        try
        {
            call.Hear(e);
        }
        catch (Exception why)
        {
            // The listener's failure is the caller's affair; the host stops at its next safe point.
            GiveUp(call, why);
        }
    }

    private async Task ServeAsync(PendingCall call, PackageSender package, PutWindow window)
    {
        try
        {
            await package.ServeAsync(window, package.Connection);
        }
        catch (Exception why)
        {
            // The package cannot be read here: the caller hears why.
            GiveUp(call, why);
        }
    }

    private void GiveUp(PendingCall call, Exception why)
    {
        lock (_lock)
        {
            _pending.Remove(call.Id);
            _connection?.Send(CancelLine(call));
        }

        call.Fail(why);
    }
}
