using System.Security.Cryptography;
using System.Text;
using Mullion.Core.Hosts;
using Mullion.Simulation.Files;
using Mullion.Simulation.Localisation;
using Mullion.Simulation.Operations;
using Mullion.Simulation.Quirks;
using Mullion.Simulation.Services;
using Mullion.Simulation.Swarm;

namespace Mullion.Simulation;

/// <content>What the host's own parts use of it. Call with <see cref="Sync"/> held.</content>
public sealed partial class SimulatedHost
{
    private readonly List<Task> _ending = [];

    internal object Sync { get; } = new();

    internal OperationGate Gate { get; }

    internal FileStore Store { get; }

    internal long FreeDiskBytes =>
        State.Machine.DiskBytes - State.Files.Values.Sum(f => (long)f.Content.Length);

    internal bool Has(Quirk quirk) => !State.QuirksOff.Contains(quirk.Id);

    internal HostException Error(string operation, string target, int code) =>
        new(operation, target, code, WindowsText.Of(code, State.Machine.Language));

    internal void Settle() => Services.Manager.Settle();

    /// <summary>When something that is pending comes about; null when nothing is.</summary>
    internal DateTimeOffset? NextEvent()
    {
        lock (Sync)
        {
            var now = Clock.GetUtcNow();
            return State
                .Services.Values.SelectMany(s =>
                    new[] { s.PendingUntil, s.HandlesUntil, s.RestartAt }
                )
                .Concat(State.Adapters.Select(a => a.AddressesFrom))
                .Concat(State.HnsNetworks.Select(n => n.ShownFrom))
                .Where(t => t > now)
                .Min();
        }
    }

    internal void LoseConnections(string why) =>
        ConnectionLost?.Invoke(this, new ConnectionLostEventArgs(why));

    internal void RequestReboot(string reason) =>
        State.Machine = State.Machine with { RebootRequested = reason };

    /// <summary>Once a restart was asked for, Windows shuts down: everything is flushed, services stop.</summary>
    internal void GoDownForReboot()
    {
        if (RebootRequested is { } reason && !IsDown)
        {
            Files.Locks.ReleaseAll();
            Store.FlushAll();
            GoDown(orderly: true);
            LoseConnections($"the machine restarts: {reason}");
        }
    }

    internal void WantReboot(string reason)
    {
        if (!State.PendingReboot.Contains(reason))
        {
            State.PendingReboot.Add(reason);
        }
    }

    internal void WriteEvent(string text) => State.EventLog.Add($"{Clock.GetUtcNow():O} {text}");

    internal void EndLater(ISwarmSession session)
    {
        var ending = session.DisposeAsync();
        if (!ending.IsCompletedSuccessfully)
        {
            _ending.Add(ending.AsTask());
        }
    }

    internal void OnServiceRunning(SimulatedService service) =>
        Engine.Slot.OnServiceRunning(service);

    internal void OnServiceStopping(SimulatedService service) =>
        Engine.Slot.OnServiceStopping(service);

    internal void OnServiceGone(SimulatedService service, bool orderly) =>
        Engine.Slot.OnServiceGone(service, orderly);

    internal bool IsRunningProgram(string path) =>
        Has(RunningProgramIsLocked.Quirk)
        && path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
        && State.Services.Values.Any(s =>
            s.HasProcess
            && string.Equals(
                WindowsPath.Normalise(WindowsPath.ProgramOf(s.Config.ImagePath)),
                path,
                StringComparison.OrdinalIgnoreCase
            )
        );

    internal bool IsHeldOpen(string path) =>
        Has(RunningProgramIsLocked.Quirk) && Engine.Slot.HoldsOpen(path);

    /// <summary>True for a service that is disabled and does not run, so that what needs it cannot start it either.</summary>
    internal bool IsOff(string service) =>
        State.Services.TryGetValue(service, out var found)
        && found is { Config.Start: ServiceStart.Disabled, HasProcess: false };

    internal int NextProcessId() => 4 * (200 + State.NextNumber++);

    internal int NextIndex() => State.NextNumber++;

    /// <summary>A GUID that nothing had before, upper case as HNS writes it.</summary>
    internal string FreshGuid() => NewGuid($"object {State.NextNumber++}").ToUpperInvariant();

    /// <summary>A GUID that belongs to a thing on this machine.</summary>
    internal string NewGuid(string thing) =>
        new Guid(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{State.Machine.ComputerName} {thing}"))[..16]
        ).ToString();

    private void GoDown(bool orderly)
    {
        Files.Locks.Forget();
        Engine.Slot.OnPowerLoss(orderly);
        State.Machine = State.Machine with { Down = true, RebootRequested = null };
    }
}
