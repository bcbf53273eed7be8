using System.Collections.Concurrent;
using System.Threading.Channels;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Tests.Fakes;

/// <summary>A manager in this process: calls are answered by functions, streams are handed to the test.</summary>
internal sealed class FakeManager : IManagerConnector
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, Func<IMessage, IMessage>> answers = [];
    private readonly Channel<FakeStream> sessions = Channel.CreateUnbounded<FakeStream>();
    private readonly Channel<FakeStream> assignments = Channel.CreateUnbounded<FakeStream>();
    private readonly Channel<FakeStream> subscriptions = Channel.CreateUnbounded<FakeStream>();
    private readonly Channel<PublishLogsMessage> published =
        Channel.CreateUnbounded<PublishLogsMessage>();
    private readonly Channel<TaskStatusUpdate> updates =
        Channel.CreateUnbounded<TaskStatusUpdate>();

    public FakeManager()
    {
        On(
            SwarmMethods.Heartbeat,
            _ => new HeartbeatResponse { Period = Duration.FromTimeSpan(HeartbeatPeriod) }
        );
        On(
            SwarmMethods.UpdateTaskStatus,
            request =>
            {
                foreach (var update in ((UpdateTaskStatusRequest)request).Updates)
                {
                    updates.Writer.TryWrite(update);
                }

                return new UpdateTaskStatusResponse();
            }
        );
    }

    public static TimeSpan HeartbeatPeriod { get; } = TimeSpan.FromSeconds(5.25);

    public ConcurrentQueue<(ManagerAddress Address, ManagerTrust Trust)> Connected { get; } = new();

    public ConcurrentQueue<(ManagerAddress Address, string Method)> Calls { get; } = new();

    public string? PresentedIssuer { get; set; } = $"CN={SwarmNames.Ca}";

    /// <summary>Whether streams of logs break at their first message.</summary>
    public bool RefusesLogs { get; set; }

    public FakeManager On(string method, Func<IMessage, IMessage> answer)
    {
        answers[method] = answer;
        return this;
    }

    public IManagerConnection Connect(ManagerAddress address, ManagerTrust trust)
    {
        Connected.Enqueue((address, trust));
        return new Connection(this, address);
    }

    public Task<FakeStream> SessionAsync() => sessions.Reader.ReadAsync().AsTask().WaitAsync(Limit);

    public Task<FakeStream> AssignmentsAsync() =>
        assignments.Reader.ReadAsync().AsTask().WaitAsync(Limit);

    public Task<FakeStream> SubscriptionsAsync() =>
        subscriptions.Reader.ReadAsync().AsTask().WaitAsync(Limit);

    public Task<PublishLogsMessage> PublishedAsync() =>
        published.Reader.ReadAsync().AsTask().WaitAsync(Limit);

    public Task<TaskStatusUpdate> UpdateAsync() =>
        updates.Reader.ReadAsync().AsTask().WaitAsync(Limit);

    private sealed class Connection(FakeManager manager, ManagerAddress address)
        : IManagerConnection
    {
        public string? PresentedIssuer => manager.PresentedIssuer;

        public Task<T> CallAsync<T>(
            string method,
            IMessage request,
            MessageParser<T> parser,
            CancellationToken cancellation
        )
            where T : class, IMessage<T>
        {
            manager.Calls.Enqueue((address, method));
            try
            {
                return Task.FromResult((T)manager.answers[method](request));
            }
            catch (Exception e)
            {
                return Task.FromException<T>(e);
            }
        }

        public IAsyncEnumerable<T> StreamAsync<T>(
            string method,
            IMessage request,
            MessageParser<T> parser,
            CancellationToken cancellation
        )
            where T : class, IMessage<T>
        {
            var stream = new FakeStream(address, request);
            var waiting = method switch
            {
                SwarmMethods.Session => manager.sessions,
                SwarmMethods.ListenSubscriptions => manager.subscriptions,
                _ => manager.assignments,
            };
            waiting.Writer.TryWrite(stream);
            return stream.ReadAsync<T>(cancellation);
        }

        public async Task SendAsync<T>(
            string method,
            IAsyncEnumerable<IMessage> requests,
            MessageParser<T> parser,
            CancellationToken cancellation
        )
            where T : class, IMessage<T>
        {
            await foreach (var request in requests.WithCancellation(cancellation))
            {
                if (manager.RefusesLogs)
                {
                    throw new GrpcException(GrpcStatusCode.Unavailable, "the manager went away");
                }

                manager.published.Writer.TryWrite((PublishLogsMessage)request);
            }
        }

        public void Dispose() { }
    }
}
