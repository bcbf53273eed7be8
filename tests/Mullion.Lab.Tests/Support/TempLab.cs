namespace Mullion.Lab.Tests.Support;

/// <summary>A lab in this process, in a folder of its own that goes with it. Time passes twenty times as fast.</summary>
internal sealed class TempLab : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lab-").FullName;
    private LabServer? _server;

    private TempLab(LabServerOptions options)
    {
        Options = options;
        Folder = new LabFolder(Path.Combine(_root, "lab"));
        Client = new LabClient(Folder);
        Launcher = new LabLauncher(
            Folder,
            () => throw new InvalidOperationException("The lab of this test ended.")
        );
    }

    public LabServerOptions Options { get; }

    public LabFolder Folder { get; }

    public LabClient Client { get; }

    public LabLauncher Launcher { get; }

    public TimeProvider Clock => Options.Clock;

    public static async Task<TempLab> StartAsync(
        Func<LabServerOptions, LabServerOptions>? change = null
    )
    {
        // A worker is down after three heartbeats: half a second each of real time, also on a slow machine.
        var options = new LabServerOptions
        {
            Clock = new FastClock(20),
            Heartbeat = TimeSpan.FromSeconds(10),
        };
        var lab = new TempLab(change?.Invoke(options) ?? options);
        await lab.BeginAsync();
        return lab;
    }

    /// <summary>Starts a lab process on the folder.</summary>
    public async Task BeginAsync() => _server = await LabServer.StartAsync(Folder, Options);

    /// <summary>Ends it; the folder stays.</summary>
    public async Task EndAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server = null;
        }
    }

    public LabHostLink Link(string name) => new(Launcher, new NewLabHost(name), Clock);

    public async Task<LabHostStatus> HostAsync(string name) =>
        (await Client.FindAsync(default))!.Hosts.Single(h => h.Name == name);

    /// <summary>Waits until something of a host is so.</summary>
    public async Task<LabHostStatus> UntilAsync(string name, Func<LabHostStatus, bool> so)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var host = await HostAsync(name);
            if (so(host))
            {
                return host;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        Folder.Remove();
        Directory.Delete(_root, recursive: true);
    }
}
