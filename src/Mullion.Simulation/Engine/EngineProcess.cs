using System.Security.Cryptography;
using System.Text;
using Mullion.Core.Hosts;
using Mullion.Simulation.Quirks;
using Mullion.Simulation.Swarm;

namespace Mullion.Simulation.Engine;

/// <summary>A running dockerd.</summary>
internal sealed class EngineProcess : ISwarmTasks
{
    private readonly SimulatedHost _host;
    private string? _networkError;

    public EngineProcess(
        SimulatedHost host,
        string service,
        int processId,
        string version,
        EngineConfiguration configuration
    )
    {
        var dataRoot = configuration.DataRoot;
        _host = host;
        Service = service;
        ProcessId = processId;
        Version = version;
        DataRoot = dataRoot;
        Containers = new ContainerStore(host.Store, dataRoot);
        Overlays = new EngineOverlays(host, service);
        Listeners = new EngineListeners(host, configuration);
        Swarm = new SwarmMembership(host, this);
    }

    /// <summary>The service that it runs as.</summary>
    public string Service { get; }

    /// <summary>Its process id.</summary>
    public int ProcessId { get; }

    /// <summary>Its version.</summary>
    public string Version { get; }

    /// <summary>Its data folder.</summary>
    public string DataRoot { get; }

    /// <summary>Its containers.</summary>
    public ContainerStore Containers { get; }

    /// <summary>Its overlay networks.</summary>
    public EngineOverlays Overlays { get; }

    /// <summary>Where it listens.</summary>
    public EngineListeners Listeners { get; }

    /// <summary>Whether it answers on its pipe.</summary>
    public bool Answers => Alive && Listeners.Pipe;

    /// <summary>Its place in a swarm.</summary>
    public SwarmMembership Swarm { get; }

    /// <summary>True until its process ends.</summary>
    public bool Alive { get; private set; } = true;

    /// <summary>What it tells managers of its machine.</summary>
    public SimulatedNode Node =>
        new(
            _host.State.Machine.ComputerName,
            _host.State.Machine.Build,
            _host.State.Machine.Processors,
            _host.State.Machine.MemoryBytes,
            Version
        );

    /// <summary>Its first steps: folders, the nat network, containers that are to run, the swarm it was in.</summary>
    /// <param name="resume">True when it ran already and its host is only taken up again: containers are as they were.</param>
    public void Begin(bool resume)
    {
        if (resume)
        {
            Overlays.TakeUp();
        }
        else
        {
            MakeTerritory();
            foreach (var container in Containers.All())
            {
                if (container.AutoRemove)
                {
                    Containers.Remove(container);
                }
                else
                {
                    Containers.Put(container with { Running = container.RestartAlways });
                }
            }
        }

        Swarm.Restore();
    }

    private void MakeTerritory()
    {
        if (_host.Store.Find(DataRoot) is null)
        {
            // moby, daemon/daemon_windows.go: MkdirAllWithACL. A folder that is there keeps its rights.
            _host.Store.EnsureDirectory(DataRoot);
            _host.Files.Put(DataRoot, f => f with { Access = HostAccess.PrivateFolder });
        }

        foreach (var folder in EngineResidue.Folders)
        {
            _host.Store.EnsureDirectory($@"{DataRoot}\{folder}");
        }

        foreach (var file in EngineResidue.OpenFiles.Append("engine-id"))
        {
            if (_host.Store.Find($@"{DataRoot}\{file}") is null)
            {
                _host.Store.WriteSafely(
                    $@"{DataRoot}\{file}",
                    file == "engine-id" ? Encoding.UTF8.GetBytes(_host.NewGuid("engine")) : []
                );
            }
        }

        if (_host.Has(EngineResidue.Quirk))
        {
            _host.Network.Stack.CreateNat();
        }
    }

    /// <summary>The process ends: containers with it, the swarm is not told.</summary>
    /// <param name="orderly">True for a stop, false for a crash, which writes nothing.</param>
    public void End(bool orderly)
    {
        if (!Alive)
        {
            return;
        }

        Alive = false;
        Swarm.Disconnect();
        if (orderly)
        {
            foreach (var container in Containers.All())
            {
                Containers.Put(container with { Running = false });
            }
        }
    }

    /// <summary>True for a file that it holds open.</summary>
    public bool HoldsOpen(string path) =>
        path.StartsWith(DataRoot + @"\", StringComparison.OrdinalIgnoreCase)
        && (
            EngineResidue.OpenFiles.Contains(
                path[(DataRoot.Length + 1)..],
                StringComparer.OrdinalIgnoreCase
            ) || string.Equals(path, Swarm.OpenFile, StringComparison.OrdinalIgnoreCase)
        );

    /// <inheritdoc/>
    public string Start(string taskId, string name, string image)
    {
        lock (_host.Sync)
        {
            if (!Alive)
            {
                throw new SwarmTaskException("the engine is stopping");
            }

            if (_networkError is not null)
            {
                throw new SwarmTaskException(_networkError);
            }

            if (image.Contains("does-not-exist", StringComparison.Ordinal))
            {
                throw new SwarmTaskException($"No such image: {image}");
            }

            var container =
                Containers.All().FirstOrDefault(c => c.SwarmTask == taskId)
                ?? new SimulatedContainer(IdOf(taskId), name, image)
                {
                    SwarmTask = taskId,
                    Processes = SimulatedContainer.ProcessesOf(image),
                };
            Containers.Put(container with { Running = true });
            return container.Id;
        }
    }

    /// <inheritdoc/>
    public void Stop(string taskId)
    {
        lock (_host.Sync)
        {
            if (Alive && Containers.All().FirstOrDefault(c => c.SwarmTask == taskId) is { } found)
            {
                Containers.Remove(found);
            }
        }
    }

    /// <inheritdoc/>
    public void Attach(IReadOnlyList<string> networkIds)
    {
        lock (_host.Sync)
        {
            if (Alive)
            {
                _networkError = Overlays.Make(networkIds) ?? _networkError;
            }
        }
    }

    /// <summary>The id that a container has, the same in every run.</summary>
    public static string IdOf(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
