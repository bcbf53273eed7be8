using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Core.Specs;

namespace Mullion.Cli.Commands;

/// <summary><c>mullion schema</c>.</summary>
internal static class SchemaCommand
{
    public static Command Build(CommandScope scope)
    {
        var file = new Option<string?>("--write-to")
        {
            Description = "Writes it to a file instead of stdout.",
            HelpName = "FILE",
        };
        return scope.Command(
            "schema",
            "Prints the JSON Schema of mullion.yaml, for completion and checks in an editor.",
            [file],
            [
                new(
                    "mullion schema --write-to mullion.schema.json",
                    "then begin mullion.yaml with: # yaml-language-server: $schema=mullion.schema.json"
                ),
            ],
            call =>
            {
                if (call.Value(file) is not { } path)
                {
                    DocumentWriter.Write(call.Context.Out, call.Format, ClusterSpecSchema.Json());
                    return Task.FromResult(ExitCode.Done);
                }

                OutputFile.Write(
                    path,
                    writer => DocumentWriter.Write(writer, call.Format, ClusterSpecSchema.Json())
                );
                call.Messages.Line($"Written to {path}.");
                return Task.FromResult(ExitCode.Done);
            }
        );
    }
}
