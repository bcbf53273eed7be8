using System.Globalization;
using Mullion.Core;
using Mullion.Core.Secrets;

namespace Mullion.Lab.Folders;

/// <summary>
/// What went wrong in a lab process, for whoever asks why: <c>TIME error: WHAT: WHY</c>, then where in the program.
/// Only its owner may read it, and secrets are taken out.
/// </summary>
internal sealed class LabLog(LabFolder folder, TimeProvider? clock = null)
{
    private const string Mark = " error: ";

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Lock _lock = new();

    /// <summary>Appends a failure.</summary>
    public void Error(string what, Exception why)
    {
        var now = _clock.GetUtcNow().ToString("u", CultureInfo.InvariantCulture);
        var text = $"{now}{Mark}{what}: {OneLine(Describe(why))}\n{why.StackTrace}\n";
        lock (_lock)
        {
            try
            {
                // A folder that is no lab, or no longer, is not written into.
                if (folder.IsLab)
                {
                    using var file = OwnerOnly.Open(folder.Log, FileMode.Append);
                    using var writer = new StreamWriter(file);
                    writer.Write(Redaction.Redact(text));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // There is nowhere left to say it.
            }
        }
    }

    /// <summary>The last failure in it, with its time; null when there is none.</summary>
    public string? LastError()
    {
        try
        {
            return File.ReadLines(folder.Log)
                .LastOrDefault(line => line.Contains(Mark, StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Describe(Exception why) =>
        why is MullionException known
            ? $"{known.Message} {known.Fix}"
            : $"{why.GetType().Name}: {why.Message}";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
