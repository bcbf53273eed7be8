namespace Mullion.Simulation.Files;

/// <summary>Puts bytes into files, within an operation and with the host held: as many as were asked for and the disk takes.</summary>
internal sealed class FileWriter(SimulatedHost host, FileRules rules)
{
    /// <summary>Writes a file anew, or the beginning of it that fits.</summary>
    public void Put(string operation, string path, byte[] bytes, int length)
    {
        var plain = rules.Writable(operation, path);
        var fit = rules.Fit(length);
        Put(
            host.Store.Find(plain)
                ?? new SimulatedFile(plain, IsDirectory: false) { EntrySafe = false },
            new FileContent(fit == bytes.Length ? bytes : bytes[..fit]),
            safe: 0
        );
        rules.RequireAll(operation, path, length, fit);
    }

    /// <summary>Adds to the end of a file, or makes it.</summary>
    public void Append(string operation, string path, byte[] bytes, int length)
    {
        if (host.Store.Find(rules.Writable(operation, path)) is not { } old)
        {
            Put(operation, path, bytes, length);
            return;
        }

        var fit = rules.Fit(length);
        Put(old, old.Content.With(bytes.AsSpan(0, fit)), old.SafeLength);
        rules.RequireAll(operation, path, length, fit);
    }

    private void Put(SimulatedFile file, FileContent content, int safe) =>
        host.Store.Put(
            file with
            {
                Content = content,
                SafeLength = safe,
                Written = host.Clock.GetUtcNow(),
            }
        );
}
