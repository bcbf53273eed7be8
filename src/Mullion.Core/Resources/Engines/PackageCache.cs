using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Engines;

/// <summary>Packages on the host by hash, so that one that was carried there is never fetched.</summary>
internal sealed class PackageCache(IHost host)
{
    public static string PathOf(string sha256) => $@"{HostPaths.Cache}\{sha256}.zip";

    /// <summary>The package's path, fetched and verified where it is not there yet.</summary>
    /// <exception cref="MullionException">It cannot be had, or what came is something else.</exception>
    public async Task<string> EnsureAsync(
        EnginePackage resource,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var path = PathOf(resource.Sha256);
        if (EngineManifest.Hash(host.Files, path) == resource.Sha256)
        {
            return path;
        }

        if (resource.Url is null)
        {
            throw new MullionException(
                $"The engine package {resource.Version} ({resource.Sha256}) is not on the host.",
                "Run the command again: it carries the file of engine.package.path over."
            );
        }

        host.Files.EnsureDirectory(HostPaths.Cache);
        var part = path + ".part";
        await FetchAsync(resource.Url, part, report, cancellation);

        var hash = EngineManifest.Hash(host.Files, part);
        if (hash != resource.Sha256)
        {
            host.Files.Delete(part);
            throw new MullionException(
                $"{resource.Url} has SHA-256 {hash}, and the spec wants {resource.Sha256}.",
                "Correct engine.package.sha256 if the file is right; otherwise somebody changed it on the way."
            );
        }

        host.Files.Flush(part);
        host.Files.Move(part, path);
        return path;
    }

    private async Task FetchAsync(
        string url,
        string part,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        report($"downloading {url}");
        try
        {
            await host.Downloads.FetchAsync(
                new Uri(url),
                part,
                new Megabytes(report),
                cancellation
            );
        }
        catch (HostException e)
        {
            throw new MullionException(
                $"The host could not fetch {url}: {e.Reason} (0x{e.Code:x}).",
                "Correct engine.package.url, or let the host reach it, or set engine.package.path to carry a file over; then run the command again."
            );
        }
    }

    private sealed class Megabytes(Action<string> report) : IProgress<long>
    {
        private long _told;

        public void Report(long value)
        {
            if (value - _told >= 8 << 20)
            {
                _told = value;
                report($"downloaded {value >> 20} MB");
            }
        }
    }
}
