using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Archives;

/// <summary>Archives on the host by hash, so that one that was carried there is never fetched. It goes when the run ends.</summary>
internal sealed class ArchiveCache(IHost host)
{
    public static string PathOf(string sha256) => $@"{HostPaths.Cache}\{sha256}";

    /// <summary>The archive's path, fetched and verified where it is not there yet.</summary>
    /// <exception cref="MullionException">It cannot be had, or what came is something else.</exception>
    public async Task<string> EnsureAsync(
        HostArchive archive,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var path = PathOf(archive.Sha256);
        if (host.Files.Sha256(path) == archive.Sha256)
        {
            return path;
        }

        if (archive.Url is null)
        {
            throw new MullionException(
                $"{archive.Title} ({archive.Sha256}) is not on the host.",
                $"Run the command again: it carries the file of {archive.SpecKey}.path over."
            );
        }

        host.Files.EnsureDirectory(HostPaths.Cache);
        var part = path + ".part";
        await FetchAsync(archive, archive.Url, part, report, cancellation);

        var hash = host.Files.Sha256(part);
        if (hash != archive.Sha256)
        {
            host.Files.Delete(part);
            throw new MullionException(
                $"{archive.Url} has SHA-256 {hash}, and the spec wants {archive.Sha256}.",
                $"Correct {archive.SpecKey}.sha256 if the file is right; otherwise somebody changed it on the way."
            );
        }

        host.Files.Flush(part);
        host.Files.Move(part, path);
        return path;
    }

    private async Task FetchAsync(
        HostArchive archive,
        string url,
        string part,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        report($"downloading {url}");
        try
        {
            var megabytes = new Megabytes(report, "downloaded");
            await host.Downloads.FetchAsync(
                new Uri(url),
                part,
                new Relay<long>(bytes => megabytes.Report(bytes)),
                cancellation
            );
        }
        catch (HostException e)
        {
            throw new MullionException(
                $"The host could not fetch {url}: {e.Reason} (0x{e.Code:x}).",
                $"Correct {archive.SpecKey}.url, or let the host reach it, or set {archive.SpecKey}.path to carry a file over; then run the command again."
            );
        }
    }
}
