using Mullion.Core.Hosts;
using Mullion.Core.Specs;
using Mullion.Simulation.Engine;

namespace Mullion.Simulation.Images;

/// <summary>What the engine of a simulated host does with images.</summary>
internal sealed class EngineImages(SimulatedHost host, Func<string, string, EngineProcess> engine)
{
    private const string Pull = "engine.pullImage";
    private const string Register = "engine.registerImage";
    private const string Load = "engine.loadImages";
    private const string Remove = "engine.removeImage";
    private const int Steps = 4;

    public bool Has(string reference) =>
        host.Gate.Run(
            "engine.hasImage",
            reference,
            () => engine("engine.hasImage", reference).Containers.Layers.HasImage(reference)
        );

    public async Task PullAsync(
        ImagePull request,
        IProgress<ImageProgress>? progress,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var (process, image) = host.Gate.Run(
            Pull,
            request.Reference,
            () => (engine(Pull, request.Reference), Find(request))
        );
        var step = TimeSpan.FromSeconds(
            image.Bytes / (double)host.World.Registries.BytesPerSecond / Steps
        );
        for (var done = 1; done <= Steps; done++)
        {
            await Task.Delay(step, host.Clock, cancellation);
            progress?.Report(new ImageProgress(image.Bytes * done / Steps, image.Bytes));
        }

        host.Gate.Run(
            Register,
            request.Reference,
            () =>
            {
                if (!process.Alive)
                {
                    throw EngineErrors.Of(
                        Register,
                        request.Reference,
                        EngineErrors.BrokenPipe,
                        EngineErrors.EndOfFile
                    );
                }

                process.Containers.Layers.PutImage(request.Reference);
            }
        );
    }

    public IReadOnlyList<string> LoadFrom(string path) =>
        host.Gate.Run(
            Load,
            path,
            () =>
            {
                var layers = engine(Load, path).Containers.Layers;
                var content =
                    host.Store.Find(path)?.Content
                    ?? throw host.Error(Load, path, WindowsError.FileNotFound);
                var (names, refusal) = DockerArchive.Read(content.ToArray());
                if (refusal is not null)
                {
                    throw EngineErrors.Of(Load, path, EngineErrors.ServerError, refusal);
                }

                foreach (var name in names)
                {
                    layers.PutImage(name);
                }

                return names;
            }
        );

    public void RemoveName(string reference) =>
        host.Gate.Run(
            Remove,
            reference,
            () =>
            {
                var containers = engine(Remove, reference).Containers;
                if (!containers.Layers.HasImage(reference))
                {
                    throw EngineErrors.Of(
                        Remove,
                        reference,
                        EngineErrors.NotFound,
                        $"No such image: {reference}"
                    );
                }

                var image = ImageReference.Parse(reference);
                if (
                    containers
                        .All()
                        .FirstOrDefault(c => Equals(ImageReference.Parse(c.Image), image)) is
                    { } user
                )
                {
                    throw EngineErrors.Of(
                        Remove,
                        reference,
                        EngineErrors.Conflict,
                        $"conflict: unable to remove repository reference \"{reference}\" (must force) - container {user.Id[..12]} is using its referenced image"
                    );
                }

                containers.Layers.RemoveImage(reference);
            }
        );

    private SimulatedImage Find(ImagePull request)
    {
        if (!host.Network.Stack.UsableAddresses().Any())
        {
            throw Refused(
                request,
                "dial tcp: connectex: A socket operation was attempted to an unreachable network."
            );
        }

        var (image, refusal) = host.World.Registries.Find(request, host.State.Machine.Build);
        return image ?? throw Refused(request, refusal!);
    }

    private static HostException Refused(ImagePull request, string text) =>
        EngineErrors.Of(Pull, request.Reference, EngineErrors.ServerError, text);
}
