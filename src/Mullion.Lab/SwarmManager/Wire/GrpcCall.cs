using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Wire;

/// <summary>One gRPC call on the server's side, over HTTP/2 by hand.</summary>
internal sealed class GrpcCall(HttpContext http)
{
    private const string Status = "grpc-status";
    private const string Message = "grpc-message";

    public string Method => http.Request.Path.Value ?? "";

    public PeerIdentity? Peer => PeerIdentity.Of(Certificate);

    /// <summary>The address that the connection comes from.</summary>
    public string PeerAddress =>
        http.Connection.RemoteIpAddress is { } address
            ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
            : "";

    /// <summary>The caller has gone, or the server stops.</summary>
    public CancellationToken Aborted => http.RequestAborted;

    private X509Certificate2? Certificate => http.Connection.ClientCertificate;

    /// <summary>Reads the request.</summary>
    /// <exception cref="SwarmRefusal">No message came.</exception>
    public async Task<T> ReadAsync<T>(MessageParser<T> parser)
        where T : class, IMessage<T> =>
        await GrpcFraming.ReadAsync(http.Request.Body, parser, Aborted)
        ?? throw new SwarmRefusal(GrpcStatusCode.Internal, "the request has no message");

    public Task WriteAsync(IMessage message, CancellationToken cancellation)
    {
        if (!http.Response.HasStarted)
        {
            http.Response.ContentType = GrpcFraming.ContentType;
        }

        return GrpcFraming.WriteAsync(http.Response.Body, message, cancellation);
    }

    /// <summary>Ends the call: in trailers after a message, in the headers when there was none.</summary>
    public void Finish(GrpcStatusCode code, string text = "")
    {
        var number = ((int)code).ToString(CultureInfo.InvariantCulture);
        if (http.Response.HasStarted)
        {
            http.Response.AppendTrailer(Status, number);
            if (text.Length > 0)
            {
                http.Response.AppendTrailer(Message, GrpcMessageText.Encode(text));
            }

            return;
        }

        http.Response.ContentType = GrpcFraming.ContentType;
        http.Response.Headers[Status] = number;
        if (text.Length > 0)
        {
            http.Response.Headers[Message] = GrpcMessageText.Encode(text);
        }
    }
}
