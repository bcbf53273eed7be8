using System.Runtime.CompilerServices;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Tests.Fakes;
using Mullion.Swarm.Worker;
using Mullion.Swarm.Worker.Connections;
using Mullion.Swarm.Worker.Sessions;
using Mullion.Swarm.Worker.Tasks;
using Mullion.Testing;

namespace Mullion.Swarm.Tests.Worker.Sessions;

/// <summary>Logs go to who asks for them, of the tasks that are meant, and stop when nobody asks any more.</summary>
public sealed class LogBrokerTests : IAsyncDisposable
{
    private readonly FakeManager manager = new();
    private readonly ManualClock time = new();
    private readonly PrintingRuntime runtime = new();
    private readonly TaskSet tasks;
    private readonly CancellationTokenSource stop = new();
    private readonly Task run;

    public LogBrokerTests()
    {
        tasks = new TaskSet(runtime, time);
        var context = new SessionContext(
            () => new NodeDescription(),
            _ => { },
            tasks,
            (_, _) => Task.CompletedTask,
            "node-1",
            time
        );
        var connection = manager.Connect(
            ManagerAddress.Parse("10.0.0.1"),
            new ManagerTrust("", SwarmNames.Manager, null)
        );
        run = new LogBroker(connection, context).RunAsync(stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await tasks.DisposeAsync();
        stop.Dispose();
    }

    [Fact]
    public async Task Of_the_tasks_of_a_service_and_no_others()
    {
        Assign(("t1", "s1"), ("t2", "s2"));
        var stream = await manager.SubscriptionsAsync();

        stream.Send(Wanted("a", s => s.ServiceIds.Add("s1")));

        var lines = await AllAsync("a");
        lines.Select(l => l.Data.ToStringUtf8()).ShouldBe(["t1 one\n", "t1 two\n", "t1 three\n"]);
        lines.ShouldAllBe(l =>
            l.Context.TaskId == "t1" && l.Context.ServiceId == "s1" && l.Context.NodeId == "node-1"
        );
        lines
            .Select(l => l.Stream)
            .ShouldBe([LogStream.Stdout, LogStream.Stderr, LogStream.Stdout]);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(-1, 0)]
    [InlineData(-3, 2)]
    [InlineData(-100, 3)]
    public async Task Tail_is_told_backwards(long tail, int lines)
    {
        Assign(("t1", "s1"));
        var stream = await manager.SubscriptionsAsync();

        stream.Send(
            Wanted("a", s => s.TaskIds.Add("t1"), new LogSubscriptionOptions { Tail = tail })
        );

        (await AllAsync("a")).Count.ShouldBe(lines);
    }

    [Fact]
    public async Task Of_one_stream_alone_where_that_is_wanted()
    {
        Assign(("t1", "s1"));
        var stream = await manager.SubscriptionsAsync();

        stream.Send(
            Wanted(
                "a",
                s => s.NodeIds.Add("node-1"),
                new LogSubscriptionOptions { Streams = { LogStream.Stderr } }
            )
        );

        (await AllAsync("a")).Select(l => l.Data.ToStringUtf8()).ShouldBe(["t1 two\n"]);
    }

    [Fact]
    public async Task Followed_until_nobody_asks_also_of_tasks_that_come()
    {
        var stream = await manager.SubscriptionsAsync();
        stream.Send(
            Wanted("a", s => s.ServiceIds.Add("s1"), new LogSubscriptionOptions { Follow = true })
        );

        Assign(("t1", "s1"));
        (await manager.PublishedAsync()).Messages[0].Context.TaskId.ShouldBe("t1");
        await manager.PublishedAsync();
        await manager.PublishedAsync();
        stream.Send(new SubscriptionMessage { Id = "a", Close = true });

        (await manager.PublishedAsync()).Close.ShouldBeTrue();
        await runtime.Ended;
    }

    [Fact]
    public async Task Read_no_longer_once_the_manager_takes_no_more()
    {
        manager.RefusesLogs = true;
        Assign(("t1", "s1"));
        var stream = await manager.SubscriptionsAsync();

        stream.Send(
            Wanted("a", s => s.ServiceIds.Add("s1"), new LogSubscriptionOptions { Follow = true })
        );

        await runtime.Ended;
    }

    [Fact]
    public async Task Asked_for_again_after_a_manager_that_could_not()
    {
        var stream = await manager.SubscriptionsAsync();
        stream.Fail(new GrpcException(GrpcStatusCode.Unimplemented, "unknown service LogBroker"));
        var again = manager.SubscriptionsAsync();

        while (!again.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assign(("t1", "s1"));
        (await again).Send(Wanted("b", s => s.ServiceIds.Add("s1")));
        (await AllAsync("b")).Count.ShouldBe(3);
    }

    private void Assign(params (string Task, string Service)[] wanted) =>
        tasks.Replace([
            .. wanted.Select(w => new AssignmentChange
            {
                Action = AssignmentAction.Update,
                Assignment = new Assignment
                {
                    Task = new SwarmTask
                    {
                        Id = w.Task,
                        ServiceId = w.Service,
                        DesiredState = TaskState.Running,
                    },
                },
            }),
        ]);

    private static SubscriptionMessage Wanted(
        string id,
        Action<LogSelector> select,
        LogSubscriptionOptions? options = null
    )
    {
        var selector = new LogSelector();
        select(selector);
        return new SubscriptionMessage
        {
            Id = id,
            Selector = selector,
            Options = options ?? new LogSubscriptionOptions(),
        };
    }

    private async Task<List<LogMessage>> AllAsync(string id)
    {
        var lines = new List<LogMessage>();
        while (true)
        {
            var message = await manager.PublishedAsync();
            message.SubscriptionId.ShouldBe(id);
            lines.AddRange(message.Messages);
            if (message.Close)
            {
                return lines;
            }
        }
    }

    /// <summary>Each task has printed three lines; one that is followed prints no more until nobody listens.</summary>
    private sealed class PrintingRuntime : ITaskRuntime, ITaskLogs
    {
        private readonly TaskCompletionSource ended = new();

        public Task Ended => ended.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public Task PrepareAsync(WorkerTask task, CancellationToken cancellation) =>
            Task.CompletedTask;

        public Task<StartedTask> StartAsync(WorkerTask task, CancellationToken cancellation) =>
            Task.FromResult(new StartedTask("c", 0));

        public Task<int> WaitAsync(WorkerTask task, CancellationToken cancellation) =>
            new TaskCompletionSource<int>().Task.WaitAsync(cancellation);

        public Task StopAsync(WorkerTask task, CancellationToken cancellation) =>
            Task.CompletedTask;

        public Task RemoveAsync(WorkerTask task, CancellationToken cancellation) =>
            Task.CompletedTask;

        public async IAsyncEnumerable<LogLine> ReadLogsAsync(
            WorkerTask task,
            LogQuery query,
            [EnumeratorCancellation] CancellationToken cancellation
        )
        {
            string[] all = ["one", "two", "three"];
            foreach (var word in all.TakeLast(query.Tail ?? all.Length))
            {
                yield return new LogLine(
                    DateTimeOffset.UnixEpoch,
                    word == "two",
                    $"{task.Id} {word}"
                );
            }

            if (!query.Follow)
            {
                yield break;
            }

            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            }
            finally
            {
                ended.TrySetResult();
            }
        }
    }
}
