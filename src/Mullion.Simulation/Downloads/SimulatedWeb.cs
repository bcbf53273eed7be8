using Mullion.Simulation.Files;

namespace Mullion.Simulation.Downloads;

/// <summary>All that simulated hosts can download: addresses and what they give.</summary>
public sealed class SimulatedWeb
{
    private readonly Dictionary<Uri, FileContent> _files = [];

    /// <summary>Bytes per second of a download; the time passes on the host's clock.</summary>
    public long BytesPerSecond { get; set; } = 20 << 20;

    /// <summary>Publishes bytes under an address.</summary>
    public SimulatedWeb Add(string url, byte[] content)
    {
        _files[new Uri(url)] = new FileContent(content);
        return this;
    }

    internal FileContent? Find(Uri url) => _files.GetValueOrDefault(url);

    internal bool Knows(Uri url) =>
        _files.Keys.Any(k => string.Equals(k.Host, url.Host, StringComparison.OrdinalIgnoreCase));
}
