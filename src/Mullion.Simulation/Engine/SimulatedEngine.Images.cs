using Mullion.Core.Hosts;

namespace Mullion.Simulation.Engine;

/// <content>Its images.</content>
public sealed partial class SimulatedEngine
{
    /// <inheritdoc/>
    public Task<bool> HasImageAsync(string reference, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_images.Has(reference));
    }

    /// <inheritdoc/>
    public Task PullImageAsync(
        ImagePull request,
        IProgress<ImageProgress>? progress,
        CancellationToken cancellation
    ) => _images.PullAsync(request, progress, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LoadImagesAsync(string path, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_images.LoadFrom(path));
    }

    /// <inheritdoc/>
    public Task RemoveImageAsync(string reference, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _images.RemoveName(reference);
        return Task.CompletedTask;
    }
}
