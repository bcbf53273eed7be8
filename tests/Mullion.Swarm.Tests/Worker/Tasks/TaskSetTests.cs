using Mullion.Swarm.Protocol;
using Mullion.Swarm.Tests.Fakes;
using Mullion.Swarm.Worker.Tasks;
using Mullion.Testing;

namespace Mullion.Swarm.Tests.Worker.Tasks;

public sealed class TaskSetTests : IAsyncDisposable
{
    private readonly FakeRuntime runtime = new();
    private readonly TaskSet tasks;

    public TaskSetTests() => tasks = new TaskSet(runtime, new ManualClock());

    public ValueTask DisposeAsync() => tasks.DisposeAsync();

    [Fact]
    public async Task A_task_goes_through_its_states_until_it_is_shut_down()
    {
        tasks.Replace([Update(TaskState.Running)]);
        await ReportedAsync(TaskState.Running);
        runtime.Calls.ShouldBe(["prepare", "start"]);

        tasks.Apply([Update(TaskState.Shutdown)]);
        await ReportedAsync(TaskState.Shutdown);

        runtime.Calls.ShouldBe(["prepare", "start", "stop"]);
    }

    [Fact]
    public async Task It_waits_in_ready_until_running_is_wanted()
    {
        tasks.Replace([Update(TaskState.Ready)]);
        await ReportedAsync(TaskState.Ready);
        runtime.Calls.ShouldBe(["prepare"]);

        tasks.Apply([Update(TaskState.Running)]);
        var running = await ReportedAsync(TaskState.Running);

        running.Container.ContainerId.ShouldBe("c1");
        running.Container.Pid.ShouldBe(42);
    }

    [Fact]
    public async Task What_cannot_be_prepared_is_rejected()
    {
        runtime.PrepareError = new InvalidOperationException("no such image");

        tasks.Replace([Update(TaskState.Running)]);

        (await ReportedAsync(TaskState.Rejected)).Err.ShouldBe("no such image");
    }

    [Fact]
    public async Task What_does_not_start_has_failed()
    {
        runtime.StartError = new InvalidOperationException("hcs: 0x80370110");

        tasks.Replace([Update(TaskState.Running)]);

        (await ReportedAsync(TaskState.Failed)).Err.ShouldBe("hcs: 0x80370110");
    }

    [Fact]
    public async Task What_cannot_be_stopped_has_failed()
    {
        runtime.StopError = new InvalidOperationException("hangs");
        tasks.Replace([Update(TaskState.Running)]);
        await ReportedAsync(TaskState.Running);

        tasks.Apply([Update(TaskState.Shutdown)]);

        (await ReportedAsync(TaskState.Failed)).Err.ShouldBe("hangs");
    }

    [Theory]
    [InlineData(0, 576, "")]
    [InlineData(3, 704, "task: non-zero exit (3)")]
    public async Task The_exit_code_decides(int code, int state, string error)
    {
        tasks.Replace([Update(TaskState.Running)]);
        await ReportedAsync(TaskState.Running);

        runtime.Exit(code);

        var status = await ReportedAsync((TaskState)state);
        status.Err.ShouldBe(error);
        status.Container.ExitCode.ShouldBe(code);
    }

    [Fact]
    public async Task One_that_is_to_be_shut_down_at_once_never_starts()
    {
        tasks.Replace([Update(TaskState.Shutdown)]);

        await ReportedAsync(TaskState.Shutdown);

        runtime.Calls.ShouldBe(["stop"]);
    }

    [Fact]
    public async Task One_that_ran_before_this_process_is_lost()
    {
        tasks.Replace([Update(TaskState.Running, TaskState.Running)]);

        (await ReportedAsync(TaskState.Failed)).Err.ShouldContain("did not survive the restart");
        runtime.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_was_ready_before_this_process_never_falls_back()
    {
        tasks.Replace([Update(TaskState.Ready, TaskState.Ready)]);
        tasks.Apply([Update(TaskState.Running)]);

        List<TaskState> told = [];
        while (!told.Contains(TaskState.Running))
        {
            told.AddRange(tasks.Report.Take().Select(u => u.Status.State));
            await Task.Yield();
        }

        told.ShouldAllBe(s => s > TaskState.Ready);
    }

    [Fact]
    public async Task A_removed_task_is_stopped_and_its_container_taken_away()
    {
        tasks.Replace([Update(TaskState.Running)]);
        await ReportedAsync(TaskState.Running);

        tasks.Apply([Change(AssignmentAction.Remove, TaskState.Running)]);
        await tasks.ClearAsync();

        runtime.Calls.ShouldBe(["prepare", "start", "stop", "remove"]);
        tasks.Report.Resend();
        tasks.Report.Take().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_in_a_complete_assignment_is_removed()
    {
        tasks.Replace([Update(TaskState.Running)]);
        await ReportedAsync(TaskState.Running);

        tasks.Replace([]);
        await tasks.ClearAsync();

        runtime.Calls.ShouldBe(["prepare", "start", "stop", "remove"]);
    }

    [Fact]
    public async Task Letting_go_neither_stops_nor_removes()
    {
        tasks.Replace([Update(TaskState.Running)]);
        await ReportedAsync(TaskState.Running);

        await tasks.DisposeAsync();

        runtime.Calls.ShouldBe(["prepare", "start"]);
    }

    [Fact]
    public async Task A_state_never_decreases_and_all_is_sent_again_on_demand()
    {
        tasks.Replace([Update(TaskState.Running)]);
        await ReportedAsync(TaskState.Running);
        tasks.Report.Set("t1", TaskState.Ready, "prepared");

        tasks.Report.Take().ShouldBeEmpty();
        tasks.Report.Resend();

        tasks.Report.Take().ShouldHaveSingleItem().Status.State.ShouldBe(TaskState.Running);
    }

    /// <summary>The status once it is reported; states on the way may be overtaken.</summary>
    private async Task<SwarmTaskStatus> ReportedAsync(TaskState wanted)
    {
        while (true)
        {
            foreach (var update in tasks.Report.Take())
            {
                if (update.Status.State == wanted)
                {
                    return update.Status;
                }
            }

            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await tasks.Report.WaitAsync(limit.Token);
        }
    }

    private static AssignmentChange Update(
        TaskState desired,
        TaskState known = TaskState.Assigned
    ) => Change(AssignmentAction.Update, desired, known);

    private static AssignmentChange Change(
        AssignmentAction action,
        TaskState desired,
        TaskState known = TaskState.Assigned
    ) =>
        new()
        {
            Action = action,
            Assignment = new Assignment
            {
                Task = new SwarmTask
                {
                    Id = "t1",
                    Slot = 1,
                    DesiredState = desired,
                    Status = new SwarmTaskStatus { State = known },
                    ServiceAnnotations = new Annotations { Name = "web" },
                    Spec = new TaskSpec { Container = new ContainerSpec { Image = "iis" } },
                },
            },
        };
}
