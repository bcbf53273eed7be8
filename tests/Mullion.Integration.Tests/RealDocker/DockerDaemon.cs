using System.Collections.Concurrent;
using System.Diagnostics;

namespace Mullion.Integration.Tests.RealDocker;

/// <summary>
/// One run of a real dockerd. It is started below a shell that waits for its standard input to close:
/// when this process ends, however it ends, dockerd is told to stop.
/// </summary>
internal sealed class DockerDaemon : IAsyncDisposable
{
    private const string Script = """
        pidfile=$1; shift
        ( "$@"; echo "rig: dockerd ended with $?" >&2 ) &
        cat > /dev/null
        kill "$(cat "$pidfile")" 2> /dev/null
        wait
        """;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentQueue<string> log = new();
    private readonly TaskCompletionSource listening = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private DockerDaemon(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => OnLine(line.Data);
    }

    public IReadOnlyList<string> Log => [.. log];

    public static async Task<DockerDaemon> StartAsync(
        string folder,
        string namespaceFile,
        params string[] more
    )
    {
        var pidFile = Path.Combine(folder, "docker.pid");
        var config = Path.Combine(folder, "daemon.json");
        await File.WriteAllTextAsync(config, "{}");
        var start = new ProcessStartInfo(
            "sh",
            [
                "-c",
                Script,
                "rig",
                pidFile,
                "nsenter",
                $"--net={namespaceFile}",
                "dockerd",
                "--config-file",
                config,
                "--data-root",
                Path.Combine(folder, "data"),
                "--exec-root",
                Path.Combine(folder, "exec"),
                "-H",
                $"unix://{Path.Combine(folder, "docker.sock")}",
                "--pidfile",
                pidFile,
                "--bridge=none",
                "--iptables=false",
                "--ip-forward=false",
                "--ip-masq=false",
                "--storage-driver",
                "vfs",
                .. more,
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] += ":/usr/sbin:/sbin";
        var daemon = new DockerDaemon(
            Process.Start(start) ?? throw new InvalidOperationException("sh did not start")
        );
        daemon.process.BeginErrorReadLine();
        try
        {
            await daemon.listening.Task.WaitAsync(StartTimeout);
            return daemon;
        }
        catch (Exception e)
        {
            await daemon.DisposeAsync();
            throw new InvalidOperationException(
                $"dockerd did not start ({e.Message}):\n{string.Join('\n', daemon.Log)}",
                e
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void OnLine(string? line)
    {
        if (line is null)
        {
            return;
        }

        log.Enqueue(line);
        if (line.Contains("API listen on", StringComparison.Ordinal))
        {
            listening.TrySetResult();
        }

        if (line.StartsWith("rig: dockerd ended", StringComparison.Ordinal))
        {
            listening.TrySetException(new InvalidOperationException(line));
        }
    }
}
