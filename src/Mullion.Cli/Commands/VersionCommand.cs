using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;

namespace Mullion.Cli.Commands;

/// <summary><c>mullion version</c>.</summary>
internal static class VersionCommand
{
    /// <summary>The version without the commit behind the plus sign.</summary>
    public static string Version { get; } =
        typeof(VersionCommand)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    public static Command Build(CommandScope scope) =>
        scope.Command(
            "version",
            "Prints the version.",
            [],
            [new("mullion version -o json", "for a bug report")],
            call =>
            {
                var document = new VersionDocument(
                    Version,
                    RuntimeInformation.FrameworkDescription,
                    RuntimeInformation.RuntimeIdentifier
                );
                call.Result.Line($"mullion {document.Version}");
                call.Result.Line($"{document.Runtime}, {document.Platform}", Rendering.Style.Faint);
                call.Document(document, CliJson.Readable.VersionDocument);
                return Task.FromResult(ExitCode.Done);
            }
        );
}
