using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Core.Specs;

namespace Mullion.Cli.CommandLine;

/// <summary>Tells a failure: on stderr to people, as a document on stdout to programs.</summary>
internal static class FailureReport
{
    public static void Write(
        Call call,
        string message,
        string? fix,
        IReadOnlyList<SpecError>? errors = null
    )
    {
        if (call.ForPeople)
        {
            foreach (var error in errors ?? [])
            {
                SpecErrorText.Write(call.Messages, error);
            }

            ProblemText.Write(call.Messages, new Problem(message, fix));
        }

        call.Document(
            new ErrorDocument(new ErrorDetail(message, fix, errors)),
            CliJson.Readable.ErrorDocument
        );
    }
}
