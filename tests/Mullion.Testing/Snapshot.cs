using System.Runtime.CompilerServices;

namespace Mullion.Testing;

/// <summary>
/// Compares text with a <c>NAME.verified.txt</c> beside the test. A difference writes <c>NAME.received.txt</c>;
/// run with <c>MULLION_ACCEPT_SNAPSHOTS=1</c> to accept what was received.
/// </summary>
public static class Snapshot
{
    /// <summary>Fails when <paramref name="actual"/> differs from the accepted text called <paramref name="name"/>.</summary>
    public static void Match(string actual, string name, [CallerFilePath] string caller = "")
    {
        var directory = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots");
        var verified = Path.Combine(directory, name + ".verified.txt");
        var received = Path.Combine(directory, name + ".received.txt");
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

        if (Environment.GetEnvironmentVariable("MULLION_ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(directory);
            File.WriteAllText(verified, text);
            File.Delete(received);
            return;
        }

        var expected = File.Exists(verified)
            ? File.ReadAllText(verified).ReplaceLineEndings("\n")
            : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(directory);
        File.WriteAllText(received, text);
        throw new SnapshotMismatchException(
            expected is null
                ? $"{verified} does not exist. Received:\n{text}"
                : $"{verified} differs.\n--- accepted\n{expected}\n--- received\n{text}"
        );
    }
}
