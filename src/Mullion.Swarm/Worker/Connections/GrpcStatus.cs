using System.Globalization;
using System.Net.Http.Headers;
using Mullion.Core.Secrets;
using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>The result of a call: in the trailers, or in the headers when the manager had nothing else to say.</summary>
internal static class GrpcStatus
{
    private const string StatusHeader = "grpc-status";
    private const string MessageHeader = "grpc-message";

    public static void ThrowIfFailed(HttpResponseHeaders headers)
    {
        if (Read(headers) is { Code: not GrpcStatusCode.Ok } failure)
        {
            throw failure;
        }
    }

    public static void ThrowUnlessOk(HttpResponseHeaders trailers, string method)
    {
        var status =
            Read(trailers)
            ?? new GrpcException(GrpcStatusCode.Unavailable, $"{method} ended without a result");
        if (status.Code != GrpcStatusCode.Ok)
        {
            throw status;
        }
    }

    private static GrpcException? Read(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues(StatusHeader, out var values))
        {
            return null;
        }

        var code = int.TryParse(
            values.First(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? (GrpcStatusCode)number
            : GrpcStatusCode.Unknown;
        var text = headers.TryGetValues(MessageHeader, out var messages)
            ? GrpcMessageText.Decode(messages.First())
            : code.ToString();
        return new GrpcException(code, Redaction.Redact(text));
    }
}
