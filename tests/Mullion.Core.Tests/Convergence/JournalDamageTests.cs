using System.Security.Cryptography;
using System.Text;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;

namespace Mullion.Core.Tests.Convergence;

/// <summary>What is made of a journal that power cuts, bad disks, full disks and newer versions left.</summary>
public sealed class JournalDamageTests
{
    private readonly JournalBed _bed = new();

    [Fact]
    public void A_torn_last_line_is_dropped_wherever_it_is_torn_and_the_next_record_makes_the_file_whole()
    {
        var whole = _bed.Written(3);
        var last = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (var length = last; length < whole.Length; length++)
        {
            _bed.Put(whole[..length]);

            var journal = _bed.Open();

            journal.Records.Count.ShouldBe(2, $"cut at {length}");
            _bed.Content().ShouldBe(whole[..length], "reading writes nothing");
            journal.Add(new JournalRecord { Type = RecordType.Rebooting });
            _bed.Open().Records.Select(r => r.Sequence).ShouldBe([1, 2, 3]);
            _bed.Open().Records[^1].Type.ShouldBe(RecordType.Rebooting);
        }
    }

    [Fact]
    public void What_stands_before_a_torn_line_stays_as_it_was_written()
    {
        var json =
            """{"v":1,"seq":1,"time":"2026-01-05T08:00:00+00:00","type":"run-started","cluster":"shop","later":"kept"}""";
        var sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var first = Encoding.UTF8.GetBytes($"{sum[..16]} {json}\n");
        _bed.Put([.. first, .. "torn"u8]);

        _bed.Open().Add(new JournalRecord { Type = RecordType.Rebooting });

        _bed.Content()[..first.Length].ShouldBe(first);
        _bed.Open().Records.Count.ShouldBe(2);
    }

    [Fact]
    public void A_last_line_of_zeros_is_torn_too()
    {
        _bed.Put([.. _bed.Written(2), .. new byte[40]]);

        _bed.Open().Records.Count.ShouldBe(2);
    }

    [Fact]
    public void Damage_at_any_byte_of_an_earlier_line_is_named_by_its_line()
    {
        var whole = _bed.Written(3);
        var second = Array.IndexOf(whole, (byte)'\n') + 1;
        var third = Array.IndexOf(whole, (byte)'\n', second) + 1;
        for (var at = 0; at < third; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 1;
            _bed.Put(damaged);

            var error = Should.Throw<JournalDamagedException>(_bed.Open, $"damage at {at}");

            var line = at < second ? 1 : 2;
            error.Message.ShouldContain($"{HostPaths.Journal} is damaged at line {line}: ");
            error.Fix.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public void A_whole_line_at_the_end_that_is_damaged_is_taken_for_torn()
    {
        // A write that was cut can leave a line of the right length with zeros in it.
        var whole = _bed.Written(2);
        whole[^5] = 0;
        _bed.Put(whole);

        _bed.Open().Records.Count.ShouldBe(1);
    }

    [Fact]
    public void A_line_that_is_missing_is_damage()
    {
        var whole = _bed.Written(3);
        var second = Array.IndexOf(whole, (byte)'\n') + 1;
        var third = Array.IndexOf(whole, (byte)'\n', second) + 1;
        _bed.Put([.. whole[..second], .. whole[third..]]);

        Should
            .Throw<JournalDamagedException>(_bed.Open)
            .Message.ShouldContain("line 2: it has the number 3");
    }

    [Fact]
    public void A_newer_format_is_not_guessed_at()
    {
        _bed.Put([
            .. JournalLine.Write(
                new JournalRecord
                {
                    Version = 2,
                    Sequence = 1,
                    Type = RecordType.RunStarted,
                }
            ),
        ]);

        Should
            .Throw<JournalDamagedException>(_bed.Open)
            .Message.ShouldContain("newer Mullion (format 2)");
    }

    [Fact]
    public void A_newer_format_with_words_that_this_version_does_not_know_is_called_newer_too()
    {
        var line = JournalLine.Write(
            new JournalRecord
            {
                Version = 2,
                Sequence = 1,
                Type = RecordType.Prior,
            }
        );
        var json = Encoding
            .UTF8.GetString(line)[17..]
            .Replace("\"prior\"", "\"snapshotted\"")
            .TrimEnd('\n');
        var sum = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(json))
        )[..16];
        _bed.Put(Encoding.UTF8.GetBytes($"{sum} {json}\n"));

        var error = Should.Throw<JournalDamagedException>(_bed.Open);
        error.Message.ShouldContain("cannot be read at line 1");
        error.Message.ShouldContain("newer Mullion");
        error.Fix!.ShouldContain("Use that version");
    }

    [Theory]
    [InlineData(FaultKind.DiskFull, "files.append")]
    [InlineData(FaultKind.LostAnswer, "files.append")]
    [InlineData(FaultKind.Error, "files.append")]
    [InlineData(FaultKind.Error, "files.flush")]
    [InlineData(FaultKind.LostAnswer, "files.flush")]
    public void A_record_that_could_not_be_written_leaves_a_journal_that_can_be_read(
        FaultKind kind,
        string operation
    )
    {
        var journal = _bed.Open();
        journal.Add(new JournalRecord { Type = RecordType.RunStarted });
        _bed.Host.Faults = new FaultPlan(new Fault(kind) { Operation = operation, Seed = 7 });

        Should.Throw<HostException>(() =>
            journal.Add(new JournalRecord { Type = RecordType.Prior, Id = "a" })
        );
        journal.Add(new JournalRecord { Type = RecordType.Rebooting });

        _bed.Open()
            .Records.Select(r => r.Type)
            .ShouldBe([RecordType.RunStarted, RecordType.Rebooting]);
    }

    [Fact]
    public void A_journal_that_is_not_there_is_empty_and_reading_it_makes_nothing()
    {
        var before = _bed.Host.Snapshot();

        _bed.Open().Records.ShouldBeEmpty();

        before.Diff(_bed.Host.Snapshot()).ShouldBeEmpty();
    }
}
