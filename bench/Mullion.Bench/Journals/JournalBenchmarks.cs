using BenchmarkDotNet.Attributes;
using Mullion.Bench.Lives;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Hosts;

namespace Mullion.Bench.Journals;

/// <summary>A journal of 10,000 records, those of a bare host's apply over and over; a whole life writes about 50.</summary>
public class JournalBenchmarks
{
    private const int Count = 10_000;

    private readonly MemoryFiles _written = new();
    private IReadOnlyList<JournalRecord> _records = [];

    /// <summary>Takes the records from an apply, and writes the journal to replay.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        using var bed = Beds.Bare();
        Beds.Require(await bed.ApplyAsync(), bed);
        _records = FileJournal.Open(bed.Host.Files, TimeProvider.System).Records;
        Write(_written);
        Console.WriteLine(
            $"// The journal has {_written.Find(HostPaths.Journal)!.Length:N0} bytes."
        );
    }

    /// <summary>Serialised, summed, appended, one by one. The flush to a disk is not in it.</summary>
    [Benchmark(Description = "journal: append 10,000 records")]
    public FileJournal Append() => Write(new MemoryFiles());

    /// <summary>Read, verified, and made an inventory.</summary>
    [Benchmark(Description = "journal: replay 10,000 records")]
    public Inventory Replay() => FileJournal.Open(_written, TimeProvider.System).Inventory;

    private FileJournal Write(MemoryFiles files)
    {
        var journal = FileJournal.Open(files, TimeProvider.System);
        for (var i = 0; i < Count; i++)
        {
            journal.Add(_records[i % _records.Count]);
        }

        return journal;
    }
}
