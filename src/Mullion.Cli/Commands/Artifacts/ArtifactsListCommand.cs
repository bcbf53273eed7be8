using System.CommandLine;
using System.Globalization;
using Mullion.Cli.Artifacts;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Sessions;

namespace Mullion.Cli.Commands.Artifacts;

/// <summary><c>mullion artifacts list</c>: every URL, checksum, size and image that a spec needs. Reaches no host.</summary>
internal static class ArtifactsListCommand
{
    public static Command Build(CommandScope scope)
    {
        var sizes = new Option<bool>("--sizes")
        {
            Description = "Asks the servers of URLs how large their files are.",
        };
        return scope.Command(
            "list",
            "Lists every URL, checksum, size and image that the hosts of the file need.",
            [sizes],
            [
                new("mullion artifacts list", "what hosts fetch, and what mullion carries to them"),
                new(
                    "mullion artifacts list -f plant.yaml --sizes -o json",
                    "for a script that fetches it all"
                ),
            ],
            async call =>
            {
                var artifacts = ArtifactList.Of(SpecFile.Load(call.File).Spec);
                if (call.Value(sizes))
                {
                    artifacts = await ArtifactSizes.AskAsync(
                        artifacts,
                        (url, why) => call.Messages.Line($"The size of {url} is unknown: {why}."),
                        call.Context.Interrupt
                    );
                }

                Write(call, artifacts);
                call.Document(
                    new ArtifactListDocument(artifacts),
                    CliJson.Readable.ArtifactListDocument
                );
                return ExitCode.Done;
            }
        );
    }

    private static void Write(Call call, IReadOnlyList<ArtifactDocument> artifacts)
    {
        if (artifacts.Count == 0)
        {
            call.Result.Line("The hosts need nothing from outside.");
            return;
        }

        call.Result.Table([
            ["KIND", "NAME", "FROM", "BY", "SHA-256", "BYTES"],
            .. artifacts.Select(a =>
                new[]
                {
                    a.Kind,
                    a.Name,
                    a.From,
                    a.Carried ? "mullion"
                    : a.Kind == "image" ? "pull"
                    : "download",
                    a.Sha256 ?? "-",
                    a.Bytes?.ToString(CultureInfo.InvariantCulture) ?? "-",
                }
            ),
        ]);
    }
}
