using Google.Protobuf;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>
/// gRPC calls to one manager. They throw <see cref="GrpcException"/>, and
/// <see cref="ManagerCertificateException"/> when somebody else answers.
/// </summary>
internal interface IManagerConnection : IDisposable
{
    /// <summary>Issuer of the certificate that was shown; null before the first call.</summary>
    string? PresentedIssuer { get; }

    Task<T> CallAsync<T>(
        string method,
        IMessage request,
        MessageParser<T> parser,
        CancellationToken cancellation
    )
        where T : class, IMessage<T>;

    /// <summary>Ends when the manager ends the stream in order; cancelling resets it.</summary>
    IAsyncEnumerable<T> StreamAsync<T>(
        string method,
        IMessage request,
        MessageParser<T> parser,
        CancellationToken cancellation
    )
        where T : class, IMessage<T>;

    /// <summary>Sends messages as they come, each at once, and returns when the manager has answered their end.</summary>
    Task SendAsync<T>(
        string method,
        IAsyncEnumerable<IMessage> requests,
        MessageParser<T> parser,
        CancellationToken cancellation
    )
        where T : class, IMessage<T>;
}
