using System.Text.Json;
using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Runs;
using Mullion.Remote.Protocol;

namespace Mullion.Remote.Serving;

/// <summary>From verbs to the executor's methods.</summary>
internal static class Requests
{
    private static readonly JsonElement None = Wire.Element(new Nothing());

    public static async Task<JsonElement> DoAsync(
        IExecutor executor,
        ClientFrame frame,
        Stream? package,
        IProgress<NodeEvent> events,
        CancellationToken stop
    )
    {
        switch (frame.Verb)
        {
            case Verb.Facts:
                return Wire.Element(await executor.FactsAsync(stop));
            case Verb.Journal:
                return Wire.Element(await executor.JournalAsync(stop));
            case Verb.Plan:
                return Wire.Element(await executor.PlanAsync(Body<Blueprint>(frame), stop));
            case Verb.PlanRemoval:
                return Wire.Element(await executor.PlanRemovalAsync(stop));
            case Verb.Begin:
                await executor.BeginAsync(Body<RunRequest>(frame), stop);
                return None;
            case Verb.Put:
                await executor.PutPackageAsync(Body<PutBody>(frame).Sha256, package!, stop);
                return None;
            case Verb.Apply:
                return Wire.Element(
                    await executor.ApplyAsync(Body<ApplyRequest>(frame), events, stop)
                );
            case Verb.TakeBack:
                return Wire.Element(
                    await executor.TakeBackAsync(Body<TakeBackRequest>(frame), events, stop)
                );
            case Verb.Record:
                await executor.RecordAsync(Body<JournalRecord>(frame), stop);
                return None;
            case Verb.Reboot:
                await executor.RebootAsync(stop);
                return None;
            case Verb.End:
                await executor.EndAsync(Body<EndBody>(frame).Outcome, stop);
                return None;
            case Verb.Close:
                await executor.CloseAsync(stop);
                return None;
            default:
                throw new ExecutorProtocolException(
                    $"The executor does not know the verb \"{frame.Verb}\".",
                    "Use the same Mullion on both sides."
                );
        }
    }

    private static T Body<T>(ClientFrame frame)
        where T : class => Wire.Read<T>(frame.Body);
}
