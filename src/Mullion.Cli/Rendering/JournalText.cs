using System.Globalization;
using Mullion.Cli.Output.Documents;
using Mullion.Core.Convergence.Journals;

namespace Mullion.Cli.Rendering;

/// <summary>A journal for people: what happened, then what is owned.</summary>
internal static class JournalText
{
    public static void Write(Screen screen, JournalDocument journal)
    {
        SimulationNote.Write(screen, cluster: null, journal.Simulated ? [journal.Node] : []);
        if (journal.Records.Count == 0)
        {
            screen.Line(
                $"Nothing: Mullion has changed nothing on {journal.Node} ({journal.Host})."
            );
            return;
        }

        screen.Table([
            ["#", "TIME", "WHAT"],
            .. journal.Records.Select(Row),
        ]);
        screen.Line();
        screen.Line(
            journal.Owned.Count == 0
                ? "Mullion owns nothing on this host."
                : $"Mullion owns {Count.Of(journal.Owned.Count, "resource")} for {journal.Node} of {journal.Cluster}; last run: {journal.LastOutcome ?? "not ended"}.",
            Style.Strong
        );
        OwnedText.Write(screen, journal.Owned, "  ");
        foreach (var (id, why) in journal.Left)
        {
            screen.Line($"  {id} was left: {why}", Style.Caution);
        }
    }

    private static string[] Row(JournalRecordDocument record) =>
        [
            record.Sequence.ToString(CultureInfo.InvariantCulture),
            record.Time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            What(record),
        ];

    private static string What(JournalRecordDocument record) =>
        record.Type switch
        {
            RecordType.RunStarted => $"run begins: {record.Note}",
            RecordType.Prior =>
                $"{record.Id}: before: {(record.Before is null ? "nothing" : Fields(record.Before))}",
            RecordType.Applied =>
                $"{record.Id}: now: {Fields(record.Now ?? new Dictionary<string, string>())}",
            RecordType.TakingBack =>
                $"{record.Id}: to be taken back to: {(record.Now is null ? "nothing" : Fields(record.Now))}",
            RecordType.TakenBack => $"{record.Id}: taken back",
            RecordType.Left => $"{record.Id}: left: {record.Note}",
            RecordType.Rebooting => "the host restarts",
            RecordType.RunEnded => $"run ends: {record.Note}",
            _ => "everything was taken back",
        };

    private static string Fields(IReadOnlyDictionary<string, string> fields) =>
        fields.Count == 0
            ? "there"
            : string.Join(
                ", ",
                fields
                    .OrderBy(f => f.Key, StringComparer.Ordinal)
                    .Select(f => $"{f.Key}={Short(f.Value)}")
            );

    // Certificates, command lines and lists of files are for -o json.
    private static string Short(string text) =>
        text.ReplaceLineEndings(" ") is { Length: > 60 } line
            ? line[..57] + "…"
            : text.ReplaceLineEndings(" ");
}
