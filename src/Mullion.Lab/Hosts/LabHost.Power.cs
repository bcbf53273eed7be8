namespace Mullion.Lab.Hosts;

/// <content>How it goes down and comes up again.</content>
internal sealed partial class LabHost
{
    private async Task OnConnectionLostAsync(bool down)
    {
        if (!down)
        {
            _door.CloseFor(_options.ConnectionLoss);
        }

        _server?.DropConnections();
        if (down)
        {
            await RestartAsync(TimeSpan.Zero);
        }
    }

    private async Task RestartAsync(TimeSpan lastWords)
    {
        try
        {
            await _power.WaitAsync(_stopping.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            return;
        }

        try
        {
            await Task.Delay(lastWords, _options.Clock, _stopping.Token);
            var asked = _restartAsked;
            _restartAsked = false;
            if (Host.RebootRequested is null && !Host.IsDown)
            {
                return;
            }

            await DownAsync();
            if (asked || _options.RestartAfterPowerCut)
            {
                await Task.Delay(_options.RestartDelay, _options.Clock, _stopping.Token);
                Up();
            }
        }
        catch (OperationCanceledException)
        {
            // The lab ends.
        }
        catch (Exception e)
        {
            // Nobody waits for it: whoever looks at the host sees it off, and why in the log.
            _log.Error($"{Name} did not restart", e);
        }
        finally
        {
            _power.Release();
        }
    }

    /// <summary>Nothing of a machine's old life may reach into its new one: it is awaited.</summary>
    private async Task DownAsync()
    {
        if (_server is { } server)
        {
            _server = null;
            await server.DisposeAsync();
        }

        _file.Write();
    }

    private void Up()
    {
        Host.Boot();
        _server = NewServer();
        _file.Write();
    }
}
