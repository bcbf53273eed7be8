using Mullion.Core;
using Mullion.Core.Hosts;
using Mullion.Core.Secrets;

namespace Mullion.Cli.CommandLine;

/// <summary>
/// The edge where failures become a message, a fix and an exit code. Everything is caught here: nobody is shown a stack who did
/// not ask for one.
/// </summary>
internal static class FailureEdge
{
    public static async Task<ExitCode> RunAsync(Call call, Func<Task<ExitCode>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception error)
        {
            if (call.Context.Debug)
            {
                call.Context.Error.WriteLine(Redaction.Redact(error.ToString()));
            }

            return Show(call, error);
        }
    }

    private static ExitCode Show(Call call, Exception error)
    {
        switch (error)
        {
            case SpecInvalidException invalid:
                FailureReport.Write(call, invalid.Message, invalid.Fix, invalid.Errors);
                return ExitCode.Usage;
            case CliException known:
                FailureReport.Write(call, known.Message, known.Fix);
                return known.Code;
            case MullionException known:
                FailureReport.Write(call, known.Message, known.Fix);
                return ExitCode.Failed;
            case HostLostException lost:
                FailureReport.Write(call, lost.Message, Problem.HostFix);
                return ExitCode.Failed;
            case OperationCanceledException when call.Context.Interrupt.IsCancellationRequested:
                FailureReport.Write(call, "Interrupted; nothing was changed.", fix: null);
                return ExitCode.Interrupted;
            default:
                FailureReport.Write(
                    call,
                    $"Unexpected: {error.GetType().Name}: {error.Message}",
                    "This is a defect of Mullion; run again with MULLION_DEBUG=1 and report what it prints."
                );
                return ExitCode.Failed;
        }
    }
}
