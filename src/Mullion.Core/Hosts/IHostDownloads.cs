namespace Mullion.Core.Hosts;

/// <summary>Downloads onto the host, with the host's own proxy and trust settings.</summary>
public interface IHostDownloads
{
    /// <summary>Fetches a file. Neither flushed nor verified: that is the caller's part.</summary>
    /// <param name="source">An http or https address.</param>
    /// <param name="path">Where it goes; its folder must be there.</param>
    /// <param name="progress">Bytes so far.</param>
    /// <param name="cancellation">Gives up.</param>
    Task FetchAsync(
        Uri source,
        string path,
        IProgress<long>? progress,
        CancellationToken cancellation
    );
}
