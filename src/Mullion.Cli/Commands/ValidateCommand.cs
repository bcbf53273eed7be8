using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.Sessions;
using Mullion.Core.Specs;

namespace Mullion.Cli.Commands;

/// <summary><c>mullion validate</c>: everything that is wrong with a spec, at once. Reaches nothing but the file.</summary>
internal static class ValidateCommand
{
    public static Command Build(CommandScope scope) =>
        scope.Command(
            "validate",
            "Says everything that is wrong with mullion.yaml, with line, reason and fix. Reaches no host.",
            [],
            [
                new("mullion validate", "checks ./mullion.yaml"),
                new("mullion validate -f shop.yaml -o json", "for a pipeline"),
            ],
            call => Task.FromResult(Run(call))
        );

    private static ExitCode Run(Call call)
    {
        var result = SpecCatalogue.Load(call.File);
        foreach (var error in result.Errors)
        {
            SpecErrorText.Write(call.Result, error);
        }

        call.Result.Line(Summary(call.File, result), result.IsValid ? Style.Good : Style.Bad);
        call.Document(
            ValidationDocument.Of(call.File, result),
            CliJson.Readable.ValidationDocument
        );
        return result.IsValid ? ExitCode.Done : ExitCode.Usage;
    }

    private static string Summary(string file, SpecResult result) =>
        result switch
        {
            { Spec: { } spec } =>
                $"{file} is valid: cluster {spec.Name}, {Count.Of(spec.Nodes.Count, "node")}.",
            { Errors.Count: 1 } => $"{file} has 1 error.",
            _ => $"{file} has {result.Errors.Count} errors.",
        };
}
