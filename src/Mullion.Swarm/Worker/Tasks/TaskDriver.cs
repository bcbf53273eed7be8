using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker.Tasks;

/// <summary>
/// Brings one task through its states:
/// accepted, preparing, ready, (wanted running) starting, running, complete or failed;
/// shutdown as soon as that is wanted; rejected when preparing fails.
/// A task that had been started before this process began is over: engines do not keep containers over a restart.
/// </summary>
internal sealed class TaskDriver : IDisposable
{
    private const string Lost = "the container did not survive the restart of the engine";

    private readonly WorkerTask task;
    private readonly ITaskRuntime runtime;
    private readonly TaskReport report;
    private readonly TaskCompletionSource runWanted = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly CancellationTokenSource stopWanted = new();
    private readonly CancellationTokenSource abandoned = new();

    public TaskDriver(SwarmTask assigned, ITaskRuntime runtime, TaskReport report)
    {
        task = WorkerTask.From(assigned);
        this.runtime = runtime;
        this.report = report;
        Want(assigned.DesiredState);
        var known = assigned.Status?.State ?? TaskState.Assigned;
        report.Seed(task.Id, known);
        Work = Task.Run(() => DriveAsync(known));
    }

    /// <summary>The task as it was assigned.</summary>
    public WorkerTask Assigned => task;

    /// <summary>Ends when the task is over or was let go; never fails.</summary>
    public Task Work { get; }

    public void Want(TaskState desired)
    {
        if (desired >= TaskState.Running)
        {
            runWanted.TrySetResult();
        }

        if (desired >= TaskState.Shutdown)
        {
            stopWanted.Cancel();
        }
    }

    /// <summary>Stops it if need be, and takes its container away; fails when the runtime cannot.</summary>
    public async Task RemoveAsync()
    {
        Want(TaskState.Remove);
        await Work;
        report.Forget(task.Id);
        await runtime.RemoveAsync(task, abandoned.Token);
    }

    /// <summary>Lets go of the task as it is.</summary>
    public void Abandon() => abandoned.Cancel();

    public void Dispose()
    {
        stopWanted.Dispose();
        abandoned.Dispose();
    }

    private async Task DriveAsync(TaskState known)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            stopWanted.Token,
            abandoned.Token
        );
        try
        {
            if (known >= TaskState.Complete)
            {
                return;
            }

            await AdvanceAsync(known, stop.Token);
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            // Let go as it is.
        }
        catch (OperationCanceledException) when (stopWanted.IsCancellationRequested)
        {
            await StopAsync();
        }
        catch (Exception e)
        {
            Failed(e);
        }
    }

    private async Task AdvanceAsync(TaskState known, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (known >= TaskState.Starting)
        {
            Report(TaskState.Failed, "lost", Lost);
            return;
        }

        Report(TaskState.Accepted, "accepted");
        Report(TaskState.Preparing, "preparing");
        await runtime.PrepareAsync(task, stop);
        Report(TaskState.Ready, "prepared");
        await runWanted.Task.WaitAsync(stop);
        Report(TaskState.Starting, "starting");
        var started = await runtime.StartAsync(task, stop);
        var container = new ContainerStatus
        {
            ContainerId = started.ContainerId,
            Pid = started.Pid,
        };
        report.Set(task.Id, TaskState.Running, "started", container: container);
        var exit = await runtime.WaitAsync(task, stop);
        var ended = new ContainerStatus(container) { Pid = 0, ExitCode = exit };
        report.Set(
            task.Id,
            exit == 0 ? TaskState.Complete : TaskState.Failed,
            "finished",
            exit == 0 ? "" : $"task: non-zero exit ({exit})",
            ended
        );
    }

    private async Task StopAsync()
    {
        try
        {
            await runtime.StopAsync(task, abandoned.Token);
            Report(TaskState.Shutdown, "shutdown");
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            // Let go as it is.
        }
        catch (Exception e)
        {
            Report(TaskState.Failed, "stopping failed", e.Message);
        }
    }

    private void Failed(Exception e)
    {
        var preparing = report.StateOf(task.Id) < TaskState.Starting;
        Report(
            preparing ? TaskState.Rejected : TaskState.Failed,
            preparing ? "preparing" : "starting",
            e.Message
        );
    }

    private void Report(TaskState state, string message, string error = "") =>
        report.Set(task.Id, state, message, error);
}
