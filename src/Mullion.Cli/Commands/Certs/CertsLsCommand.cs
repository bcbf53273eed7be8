using System.CommandLine;
using Mullion.Cli.Certificates;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;

namespace Mullion.Cli.Commands.Certs;

/// <summary><c>mullion certs ls</c>: certificates of files and folders, with the days that they have left.</summary>
internal static class CertsLsCommand
{
    public static Command Build(CommandScope scope)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "PEM files, or folders of them. Default: this folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        return scope.Command(
            "ls",
            "Lists certificates with the days that they have left.",
            [paths],
            [
                new("mullion certs ls certs", "what certs generate made"),
                new("mullion certs ls certs -o json", "for a monitor: daysLeft of each"),
            ],
            call =>
            {
                var certificates = CertificateLooker.Look(
                    call.Value(paths) is { Length: > 0 } given ? given : ["."],
                    call.Context.Clock.GetUtcNow()
                );
                if (certificates.Count == 0)
                {
                    call.Result.Line("No certificates there.");
                }
                else
                {
                    CertificateText.Write(call.Result, certificates);
                }

                call.Document(
                    new CertificateListDocument(certificates),
                    CliJson.Readable.CertificateListDocument
                );
                return Task.FromResult(ExitCode.Done);
            }
        );
    }
}
