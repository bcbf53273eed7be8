using System.Text.Json;
using Mullion.Core.Hosts;

namespace Mullion.Core.Convergence.Journals;

/// <summary>
/// The journal on the host: append-only lines, each flushed before the call returns. A torn last line is what a power cut
/// leaves, and is dropped; any other damage is an error.
/// </summary>
public sealed class FileJournal : IJournal
{
    private const string UseNewer = "Use that version of Mullion, or a later one.";

    private readonly IHostFiles _files;
    private readonly TimeProvider _clock;
    private readonly List<JournalRecord> _records;
    private readonly Lock _lock = new();
    private long _length;
    private bool _torn;

    private FileJournal(
        IHostFiles files,
        TimeProvider clock,
        List<JournalRecord> records,
        long length,
        bool torn
    )
    {
        _files = files;
        _clock = clock;
        _records = records;
        _length = length;
        _torn = torn;
        Inventory = records.Aggregate(Inventory.Empty, (i, r) => i.After(r));
    }

    /// <inheritdoc/>
    public Inventory Inventory { get; private set; }

    /// <summary>All records, oldest first.</summary>
    public IReadOnlyList<JournalRecord> Records => _records;

    /// <summary>Reads the journal of a host; an empty one where there is none. Writes nothing.</summary>
    /// <exception cref="JournalDamagedException">It is damaged before its last line.</exception>
    public static FileJournal Open(IHostFiles files, TimeProvider clock)
    {
        var records = new List<JournalRecord>();
        if (files.Find(HostPaths.Journal) is null)
        {
            return new FileJournal(files, clock, records, length: 0, torn: false);
        }

        var all = files.ReadAllBytes(HostPaths.Journal).AsSpan();
        var rest = all;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var record = end < 0 ? null : Read(rest[..end], records.Count + 1);
            var last = end < 0 || end == rest.Length - 1;
            if (record is null && last && !JournalLine.IsTwo(rest))
            {
                return new FileJournal(files, clock, records, all.Length - rest.Length, torn: true);
            }

            Verify(record, records.Count + 1);
            records.Add(record!);
            rest = rest[(end + 1)..];
        }

        return new FileJournal(files, clock, records, all.Length, torn: false);
    }

    /// <summary>Adds a record with the next number and the host's time.</summary>
    /// <remarks>Steps run side by side, so records may come from several threads.</remarks>
    public void Add(JournalRecord record)
    {
        lock (_lock)
        {
            Write(record);
        }
    }

    private void Write(JournalRecord record)
    {
        if (_torn)
        {
            DropTorn();
        }

        _files.EnsureDirectory(HostPaths.Mullion);
        var numbered = record with { Sequence = _records.Count + 1, Time = _clock.GetUtcNow() };

        // If this fails, half the line may be there, or all of it: the next one must not come behind it.
        _torn = true;
        var line = JournalLine.Write(numbered);
        _files.Append(HostPaths.Journal, line);
        _files.Flush(HostPaths.Journal);
        _torn = false;
        _length += line.Length;
        _records.Add(numbered);
        Inventory = Inventory.After(numbered);
    }

    /// <inheritdoc/>
    public Task AddAsync(JournalRecord record)
    {
        Add(record);
        return Task.CompletedTask;
    }

    private static JournalRecord? Read(ReadOnlySpan<byte> line, long number)
    {
        try
        {
            return JournalLine.Read(line);
        }
        catch (JsonException)
        {
            throw new JournalDamagedException(
                HostPaths.Journal,
                number,
                "it is whole, and a newer Mullion wrote something there that this one does not know",
                UseNewer
            );
        }
    }

    private static void Verify(JournalRecord? record, long line)
    {
        var damage = record switch
        {
            null => "its checksum does not fit",
            { Version: > JournalRecord.Format } =>
                $"it was written by a newer Mullion (format {record.Version})",
            _ when record.Sequence != line => $"it has the number {record.Sequence}",
            _ => null,
        };
        if (damage is not null)
        {
            throw new JournalDamagedException(
                HostPaths.Journal,
                line,
                damage,
                record is { Version: > JournalRecord.Format } ? UseNewer : null
            );
        }
    }

    private void DropTorn()
    {
        // The bytes as they are: another version may have written there what this one does not know.
        var whole = _files.ReadAllBytes(HostPaths.Journal).AsSpan(0, (int)_length).ToArray();
        using var content = new MemoryStream(whole);
        _files.WriteAtomically(HostPaths.Journal, content);
        _torn = false;
    }
}
