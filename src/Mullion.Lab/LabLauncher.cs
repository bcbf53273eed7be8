using System.Diagnostics;
using Mullion.Core;
using Mullion.Lab.Folders;
using Mullion.Remote.Protocol;

namespace Mullion.Lab;

/// <summary>Starts the lab as a process in the background, and ends it.</summary>
/// <param name="folder">Where it lives.</param>
/// <param name="command">
/// The program that serves the folder in <c>$MULLION_LAB</c>, such as <c>mullion lab serve</c>. Streams and environment are set here.
/// </param>
/// <param name="clock">The clock of waits; null for the system's.</param>
public sealed class LabLauncher(
    LabFolder folder,
    Func<ProcessStartInfo> command,
    TimeProvider? clock = null
)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Where it lives.</summary>
    public LabFolder Folder => folder;

    /// <summary>Talks to it.</summary>
    public LabClient Client { get; } = new(folder, clock);

    /// <summary>The lab of the folder, started where none runs; returns when it is ready.</summary>
    /// <exception cref="MullionException">It does not start, or another version of Mullion runs it.</exception>
    public async Task<LabStatus> EnsureAsync(
        LabStartOptions options,
        CancellationToken cancellation
    )
    {
        var status = await Client.FindAsync(cancellation) ?? await StartAsync(cancellation);
        if (status.Version != ExecutorProtocol.Product)
        {
            throw new MullionException(
                $"The lab in {folder} is run by Mullion {status.Version}; this is Mullion {ExecutorProtocol.Product}.",
                "End it with mullion lab stop, and start it again."
            );
        }

        for (var i = 1; i <= options.Hosts; i++)
        {
            await Client.EnsureHostAsync(
                new NewLabHost($"win-{i}") { Build = options.Build, Engine = options.Engine },
                cancellation
            );
        }

        return options.Hosts == 0 ? status : (await Client.FindAsync(cancellation))!;
    }

    /// <summary>Asks the lab to end, waits until its process has, and removes its folder.</summary>
    /// <returns>False when there was none.</returns>
    /// <exception cref="MullionException">It does not end. No process is ever killed.</exception>
    public async Task<bool> StopAsync(CancellationToken cancellation)
    {
        var found = false;
        var since = _clock.GetTimestamp();
        while (true)
        {
            // One that is only starting hears of it as soon as it can.
            found = found || await AskToStopAsync(cancellation);
            if (!Held())
            {
                break;
            }

            if (_clock.GetElapsedTime(since) > StopLimit)
            {
                throw new MullionException(
                    $"The lab process {folder.ProcessId()} still has {folder} after {StopLimit.TotalSeconds:0} s{LastWords()}",
                    "End the process yourself if it hangs, then run mullion lab stop again."
                );
            }

            await Task.Delay(Interval, _clock, cancellation);
        }

        found |= folder.IsLab;
        folder.Remove();
        return found;
    }

    private async Task<bool> AskToStopAsync(CancellationToken cancellation)
    {
        try
        {
            await Client.StopAsync(cancellation);
            return true;
        }
        catch (LabNotRunningException)
        {
            return false;
        }
    }

    private async Task<LabStatus> StartAsync(CancellationToken cancellation)
    {
        folder.Create();
        var start = command();
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment[LabFolder.Variable] = folder.Path;
        using var process =
            Process.Start(start)
            ?? throw new MullionException(
                $"The lab process {start.FileName} could not be started."
            );
        try
        {
            return await ReadyAsync(process, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Whoever stops the lab next must find it, not a process that is about to be one.
            await ((Task)ReadyAsync(process, CancellationToken.None)).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing
            );
            throw;
        }
    }

    private async Task<LabStatus> ReadyAsync(Process process, CancellationToken cancellation)
    {
        var since = _clock.GetTimestamp();
        while (true)
        {
            if (await Client.FindAsync(cancellation) is { } status)
            {
                return status;
            }

            // One that lost to another lab process of the same folder is no failure.
            if ((process.HasExited && !Held()) || _clock.GetElapsedTime(since) > StartLimit)
            {
                throw await FailedAsync(process);
            }

            await Task.Delay(Interval, _clock, cancellation);
        }
    }

    private async Task<MullionException> FailedAsync(Process process)
    {
        var message = process.HasExited
            ? $"The lab process ended with exit code {process.ExitCode}"
            : $"The lab process {process.Id} was not ready within {StartLimit.TotalSeconds:0} s";
        if (LastWords() is { Length: > 1 } logged)
        {
            return new MullionException(message + logged, $"Look into {folder.Log}.");
        }

        var said = process.HasExited ? await process.StandardError.ReadToEndAsync() : "";
        var last = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        return new MullionException(
            $"{message}: {last ?? "it said nothing"}",
            $"Start it by hand to see more: {LabFolder.Variable}={folder} mullion lab serve."
        );
    }

    /// <summary>The end of a sentence: what the log says last, if anything.</summary>
    private string LastWords() =>
        new LabLog(folder).LastError() is { } error ? $"; its log says last: {error}" : ".";

    /// <summary>Whether a lab process still has the folder.</summary>
    private bool Held()
    {
        try
        {
            using var file = new FileStream(
                folder.Lock,
                FileMode.Open,
                FileAccess.ReadWrite,
                FileShare.None
            );
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
