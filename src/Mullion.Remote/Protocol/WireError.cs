using Mullion.Core;
using Mullion.Core.Hosts;
using Mullion.Core.Secrets;

namespace Mullion.Remote.Protocol;

/// <summary>A request that failed.</summary>
/// <param name="Kind">Null for a failure that a user reads; see the constants.</param>
/// <param name="Message">The message.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record WireError(string? Kind, string Message, string? Fix)
{
    public const string Cancelled = "cancelled";
    public const string UnknownRun = "unknown-run";

    public static WireError Of(Exception exception) =>
        exception switch
        {
            OperationCanceledException => new WireError(Cancelled, "cancelled", null),
            MullionException e => new WireError(null, e.Message, e.Fix),
            _ => new WireError(
                null,
                $"unexpected failure in the executor: {exception.GetType().Name}: {Redaction.Redact(exception.Message)}",
                "This is a defect of Mullion; please report it with the host's journal."
            ),
        };

    public Exception ToException() =>
        Kind switch
        {
            Cancelled => new OperationCanceledException("The executor stopped the request."),
            UnknownRun => new HostLostException(Message),
            _ => new MullionException(Message, Fix),
        };
}
