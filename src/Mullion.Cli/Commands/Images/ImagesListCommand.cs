using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Sessions;
using Mullion.Core.Images;
using Mullion.Core.Specs;

namespace Mullion.Cli.Commands.Images;

/// <summary><c>mullion images list</c>: the names, one a line, for docker pull and docker save. Reaches no host.</summary>
internal static class ImagesListCommand
{
    private const string Mke = "mke";

    public static Command Build(CommandScope scope)
    {
        // The flag with which UCP is asked for them. Mullion lists no others.
        var windows = new Option<bool>("--enable-windows")
        {
            Description =
                "As with docker/ucp images --list; given or not, Windows images are listed.",
        };
        var distribution = new Option<string?>("--distribution")
        {
            Description =
                "Lists what an engine's distribution needs on every Windows node, instead of what the file says.",
            HelpName = $"docker-ce|mcr|{Mke}",
        };
        distribution.AcceptOnlyFromAmong("docker-ce", "mcr", Mke);
        var version = new Option<string?>("--version")
        {
            Description = $"The version of {Mke}: UCP 3 or MKE 3.",
            HelpName = "VERSION",
        };
        var repository = new Option<string?>("--repository")
        {
            Description =
                "Where the images are, such as dtr.corp.example/ucp. Default: docker up to 3.2, mirantis from 3.3 on.",
            HelpName = "REPOSITORY",
        };
        return scope.Command(
            "list",
            "Lists the images that Windows nodes need, one a line.",
            [windows, distribution, version, repository],
            [
                new("mullion images list", "those of ./mullion.yaml"),
                new(
                    $"mullion images list --enable-windows --distribution {Mke} --version 3.2.5",
                    "what docker/ucp images --list --enable-windows prints on a manager"
                ),
            ],
            call =>
            {
                var document = call.Value(distribution) is { } named
                    ? Of(named, call.Value(version), call.Value(repository))
                    : Of(call, version, repository);
                foreach (var image in document.Images)
                {
                    call.Result.Line(image.Name);
                }

                Explain(call, document);
                call.Document(document, CliJson.Readable.ImageListDocument);
                return Task.FromResult(ExitCode.Done);
            }
        );
    }

    private static ImageListDocument Of(string distribution, string? version, string? repository)
    {
        if (distribution != Mke)
        {
            return new ImageListDocument(
                [],
                $"{distribution} is an engine alone: a worker of a plain swarm runs what its services name, and nothing else"
            );
        }

        if (version is null)
        {
            throw CliException.Usage(
                $"--distribution {Mke} needs its version.",
                "Add --version, such as 3.2.5; docker container ls on a manager shows it in the tag of docker/ucp-…"
            );
        }

        var mke = CliException.Input(() => MkeSpec.Of(version, repository));
        return new ImageListDocument(
            [.. MkeImages.Of(mke).Select(n => ImageDocument.Of(new ImageSpec { Name = n }))],
            MkeImages.SetOf(version).Source
        );
    }

    private static ImageListDocument Of(
        Call call,
        Option<string?> version,
        Option<string?> repository
    )
    {
        foreach (var option in new[] { version, repository })
        {
            if (call.Value(option) is not null)
            {
                throw CliException.Usage(
                    $"{option.Name} is of a distribution, and none is named.",
                    $"Add --distribution {Mke}, or leave {option.Name} out to list what the file says."
                );
            }
        }

        var images = NodeImages.Of(SpecFile.Load(call.File).Spec);
        return new ImageListDocument([.. images.Select(ImageDocument.Of)], Source: null);
    }

    // On stderr: what stands on stdout is for docker pull.
    private static void Explain(Call call, ImageListDocument document)
    {
        if (document.Source is { } source)
        {
            call.Messages.Line(
                document.Images.Count == 0 ? $"No images: {source}." : $"As known from: {source}."
            );
        }
        else if (document.Images.Count == 0)
        {
            call.Messages.Line($"{call.File} names no images, and no mke that needs any.");
        }
    }
}
