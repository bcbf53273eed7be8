using Mullion.Core.Hosts;
using Mullion.Simulation.Downloads;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Features;
using Mullion.Simulation.Files;
using Mullion.Simulation.Firewall;
using Mullion.Simulation.Machine;
using Mullion.Simulation.Network;
using Mullion.Simulation.Operations;
using Mullion.Simulation.Quirks;
using Mullion.Simulation.Saving;
using Mullion.Simulation.Services;
using Mullion.Simulation.Snapshots;
using Mullion.Simulation.Templates;

namespace Mullion.Simulation;

/// <summary>
/// A Windows host that is not there. It does what a real one does and refuses what a real one refuses; its
/// <see cref="Quirk"/>s each name what they are taken from.
/// </summary>
/// <remarks>
/// Every operation of <see cref="IHost"/> is counted, may meet a fault of <see cref="Faults"/>, and throws
/// <see cref="PowerCutException"/> while the machine is down. The methods named Put, Take and Peek, and
/// <see cref="State"/>, work beneath all that: they stand for other people's doings.
/// </remarks>
public sealed partial class SimulatedHost : IHost, IAsyncDisposable
{
    /// <summary>Takes up a state, which is the host's from then on.</summary>
    public SimulatedHost(HostState state, SimulatedWorld? world = null)
    {
        State = state;
        World = world ?? new SimulatedWorld();
        Store = new FileStore(state.Files, World.Clock);
        Gate = new OperationGate(this);
        Files = new SimulatedFiles(this);
        Services = new SimulatedServices(this);
        Firewall = new SimulatedFirewall(this);
        Features = new SimulatedFeatures(this);
        Network = new SimulatedNetwork(this);
        System = new SimulatedSystem(this);
        Downloads = new SimulatedDownloads(this);
        Engine = new SimulatedEngine(this);
        foreach (var service in state.Services.Values.ToList())
        {
            if (service.State is ServiceState.Running && !IsDown)
            {
                Engine.Slot.OnServiceRunning(service, resume: true);
            }
        }
    }

    /// <summary>
    /// Every connection to the host was cut: the lab drops its executors. Raised in the middle of an operation, with the host
    /// held: a handler must not wait for the host.
    /// </summary>
    public event EventHandler<ConnectionLostEventArgs>? ConnectionLost;

    /// <summary>Everything that the host is.</summary>
    public HostState State { get; }

    /// <summary>What lies around it.</summary>
    public SimulatedWorld World { get; }

    /// <summary>What is to go wrong.</summary>
    public FaultPlan Faults { get; set; } = new();

    /// <summary>The last operations.</summary>
    public OperationLog Log { get; } = new();

    /// <inheritdoc/>
    public TimeProvider Clock => World.Clock;

    /// <summary>True while the machine is off.</summary>
    public bool IsDown => State.Machine.Down;

    /// <summary>Why a restart was asked for; null when none was.</summary>
    public string? RebootRequested => State.Machine.RebootRequested;

    /// <summary>Operations since the host was made.</summary>
    public int Operations => State.Operations;

    /// <summary>The files.</summary>
    public SimulatedFiles Files { get; }

    /// <summary>The services.</summary>
    public SimulatedServices Services { get; }

    /// <summary>The firewall.</summary>
    public SimulatedFirewall Firewall { get; }

    /// <summary>The features.</summary>
    public SimulatedFeatures Features { get; }

    /// <summary>The network.</summary>
    public SimulatedNetwork Network { get; }

    /// <summary>The machine.</summary>
    public SimulatedSystem System { get; }

    /// <summary>The downloads.</summary>
    public SimulatedDownloads Downloads { get; }

    /// <summary>The engine.</summary>
    public SimulatedEngine Engine { get; }

    IHostSystem IHost.System => System;

    IHostFiles IHost.Files => Files;

    IHostServices IHost.Services => Services;

    IHostFirewall IHost.Firewall => Firewall;

    IHostFeatures IHost.Features => Features;

    IHostNetwork IHost.Network => Network;

    IHostDownloads IHost.Downloads => Downloads;

    IHostEngine IHost.Engine => Engine;

    /// <summary>A host as a template describes it.</summary>
    public static SimulatedHost Create(HostTemplate template, SimulatedWorld? world = null) =>
        new(template.Build(), world);

    /// <summary>Takes up what <see cref="Save"/> gave.</summary>
    public static SimulatedHost Load(string json, SimulatedWorld? world = null) =>
        new(HostSaving.Read(json), world);

    /// <summary>A host of its own in the same state; processes such as a swarm session begin anew.</summary>
    public SimulatedHost Clone(SimulatedWorld? world = null)
    {
        lock (Sync)
        {
            return new SimulatedHost(State.Copy(), world ?? World);
        }
    }

    /// <summary>Reads the state while nothing else happens on the host. What leaves must be no part of the state.</summary>
    public T Read<T>(Func<HostState, T> read)
    {
        lock (Sync)
        {
            return read(State);
        }
    }

    /// <summary>The whole state as JSON.</summary>
    public string Save()
    {
        lock (Sync)
        {
            return HostSaving.Write(State);
        }
    }

    /// <summary>What there is on the host now, one line an object's field, for comparison.</summary>
    public HostSnapshot Snapshot()
    {
        lock (Sync)
        {
            if (!IsDown)
            {
                Settle();
            }

            return HostSnapshot.Of(this);
        }
    }

    /// <summary>Cuts the power now. The seed decides what becomes of content that was not flushed.</summary>
    public void CutPower(int seed = 0)
    {
        lock (Sync)
        {
            if (IsDown)
            {
                return;
            }

            Store.LosePower(seed);
            GoDown(orderly: false);
        }

        LoseConnections("the power was cut");
    }

    /// <summary>Starts the machine, after a power cut or a restart that was asked for.</summary>
    /// <exception cref="InvalidOperationException">It is running, and nobody asked for a restart.</exception>
    public void Boot()
    {
        lock (Sync)
        {
            GoDownForReboot();
            if (!IsDown)
            {
                throw new InvalidOperationException(
                    $"{State.Machine.ComputerName} is running and no restart was asked for."
                );
            }

            State.Machine = State.Machine with
            {
                Boot = State.Machine.Boot + 1,
                Down = false,
                RebootRequested = null,
            };
            State.PendingReboot.Clear();
            WriteEvent("EventLog: the system has started");
            Features.OnBoot();
            Network.Stack.OnBoot();
            Services.Manager.OnBoot();
        }
    }

    /// <summary>
    /// Waits on the clock until nothing is pending any more: services, handles, addresses, networks. Beneath the gate.
    /// </summary>
    public async Task QuietAsync()
    {
        while (NextEvent() is { } next && !IsDown)
        {
            // On a clock that goes by itself it may be over by now, and a negative wait is an error, or endless.
            var wait = next - Clock.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Clock);
            lock (Sync)
            {
                if (!IsDown)
                {
                    Settle();
                }
            }
        }
    }

    /// <summary>Waits until sessions that were ended have ended.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] ending;
        lock (Sync)
        {
            Engine.Slot.OnPowerLoss(orderly: false);
            ending = [.. _ending];
        }

        await Task.WhenAll(ending);
    }
}
