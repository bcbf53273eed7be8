using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;

namespace Mullion.Simulation.Operations;

/// <summary>
/// The one way into a simulated host: counts operations, lets faults happen, cuts the power and lets the host catch up with
/// its clock. One operation at a time; waiting is done outside.
/// </summary>
internal sealed class OperationGate(SimulatedHost host)
{
    private static readonly TimeSpan TimeoutAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Slowness = TimeSpan.FromMinutes(2);

    /// <summary>Runs a quick operation.</summary>
    public T Run<T>(string name, string target, Func<T> action)
    {
        lock (host.Sync)
        {
            var (number, fault) = Enter(name, target);
            BeforeAction(name, target, number, fault);
            var result = action();
            AfterAction(name, target, number, fault);
            return result;
        }
    }

    /// <summary>Runs a quick operation without a result.</summary>
    public void Run(string name, string target, Action action) =>
        Run(
            name,
            target,
            () =>
            {
                action();
                return true;
            }
        );

    /// <summary>Runs an operation that writes bytes, of which a fault may let only a part through.</summary>
    /// <param name="name">The operation's name.</param>
    /// <param name="target">The file.</param>
    /// <param name="length">How many bytes are to be written.</param>
    /// <param name="write">Writes so many of them.</param>
    public void RunWrite(string name, string target, int length, Action<int> write)
    {
        lock (host.Sync)
        {
            var (number, fault) = Enter(name, target);
            Write(name, target, number, fault, length, write);
        }
    }

    /// <summary>Runs an operation that takes a while: begun, waited for without holding the host, ended.</summary>
    /// <param name="name">The operation's name.</param>
    /// <param name="target">The object.</param>
    /// <param name="begin">Checks and begins; says how long it takes.</param>
    /// <param name="end">Carries it out.</param>
    /// <param name="cancellation">Gives up waiting; nothing is carried out then.</param>
    public async Task RunAsync(
        string name,
        string target,
        Func<TimeSpan> begin,
        Action end,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        int number;
        Fault? fault;
        TimeSpan wait;
        lock (host.Sync)
        {
            (number, fault) = Enter(name, target);
            if (fault?.Kind is not (FaultKind.Timeout or FaultKind.PowerCutWithin))
            {
                BeforeAction(name, target, number, fault);
            }

            wait = Wait(fault, fault?.Kind is FaultKind.Timeout ? TimeSpan.Zero : begin());
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, host.Clock, cancellation);
        }

        lock (host.Sync)
        {
            Require(name, target, number);
            BeforeAction(name, target, number, fault);
            end();
            AfterAction(name, target, number, fault);
        }
    }

    /// <summary>Runs the writing end of an operation that was entered before, such as a download.</summary>
    public void Write(
        string name,
        string target,
        int number,
        Fault? fault,
        int length,
        Action<int> write
    )
    {
        switch (fault?.Kind)
        {
            case FaultKind.PowerCutWithin:
                write(Part(length, fault.Seed ^ number));
                Cut(name, target, number, fault);
                return;
            case FaultKind.DiskFull:
                write(Part(length, fault.Seed ^ number));
                throw host.Error(name, target, WindowsError.DiskFull);
            default:
                BeforeAction(name, target, number, fault);
                write(length);
                AfterAction(name, target, number, fault);
                return;
        }
    }

    /// <summary>How long an operation takes that would take so long undisturbed.</summary>
    public static TimeSpan Wait(Fault? fault, TimeSpan undisturbed) =>
        fault?.Kind switch
        {
            FaultKind.Timeout => TimeoutAfter,
            FaultKind.Slow => undisturbed + Slowness,
            _ => undisturbed,
        };

    /// <summary>Counts an operation and tells what goes wrong with it. Call with the host held.</summary>
    public (int Number, Fault? Fault) Enter(string name, string target)
    {
        // What is asked of a machine that is down is no operation: else a fault meant for it would never come.
        var number = host.State.Operations + 1;
        Require(name, target, number);
        host.State.Operations = number;
        host.Log.Add(new OperationRecord(number, name, target));
        host.Settle();
        RequireRights(name, target);
        return (number, host.Faults.Next(number, name, target));
    }

    private void RequireRights(string name, string target)
    {
        var refusal = host.State.Machine.Elevated
            ? 0
            : AdministratorRights.Refusal(
                name,
                target,
                host.Engine.Slot.Process is { Alive: true }
            );
        if (refusal != 0)
        {
            throw host.Error(name, target, refusal);
        }
    }

    /// <summary>Throws when the machine is down, as it is from the first operation after a restart was asked for.</summary>
    public void Require(string name, string target, int number)
    {
        host.GoDownForReboot();
        RequireUp(name, target, number);
    }

    /// <summary>
    /// A step that a program on the host does by itself, such as the engine in mid-join: counted, so that the power can be cut
    /// there, but no other fault. Call with the host held.
    /// </summary>
    public void Step(string name, string target)
    {
        // What is asked of a machine that is down is no operation: else a fault meant for it would never come.
        var number = host.State.Operations + 1;
        Require(name, target, number);
        host.State.Operations = number;
        host.Log.Add(new OperationRecord(number, name, target));
        if (
            host.Faults.Next(number, name, target) is
            {
                Kind: FaultKind.PowerCutBefore
                    or FaultKind.PowerCutWithin
                    or FaultKind.PowerCutAfter
            } fault
        )
        {
            Cut(name, target, number, fault);
        }
    }

    private void BeforeAction(string name, string target, int number, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Error:
                throw host.Error(name, target, fault.Code ?? UsualErrors.Of(name));
            case FaultKind.Timeout:
                throw host.Error(name, target, WindowsError.Timeout);
            case FaultKind.PowerCutBefore:
            case FaultKind.PowerCutWithin when ((fault.Seed ^ number) & 1) == 0:
                Cut(name, target, number, fault);
                break;
            default:
                break;
        }
    }

    private void AfterAction(string name, string target, int number, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case FaultKind.PowerCutAfter:
            case FaultKind.PowerCutWithin:
                Cut(name, target, number, fault);
                break;
            case FaultKind.LostAnswer:
                throw host.Error(name, target, WindowsError.Timeout);
            case FaultKind.ConnectionLoss:
                host.LoseConnections($"{name} {target}");
                break;
            default:
                break;
        }

        RequireUp(name, target, number);
    }

    private void RequireUp(string name, string target, int number)
    {
        if (host.IsDown)
        {
            throw new PowerCutException(
                host.State.Machine.ComputerName,
                $"{name} {target}",
                number
            );
        }
    }

    private void Cut(string name, string target, int number, Fault fault)
    {
        host.CutPower(fault.Seed ^ number);
        Require(name, target, number);
    }

    private static int Part(int length, int seed) =>
        length == 0 ? 0 : new Random(seed).Next(length);
}
