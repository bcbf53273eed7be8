using System.Text;
using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Resources;
using Mullion.Core.Resources.EngineImages;
using Mullion.Core.Resources.Engines;
using Mullion.Testing;

namespace Mullion.Core.Tests.Convergence;

/// <summary>The journal as it lies on the disk: its format for ever, and what is made of a damaged one.</summary>
public sealed class FileJournalTests
{
    private static readonly string Folder = Path.Combine(
        Path.GetDirectoryName(SourcePath())!,
        "Snapshots"
    );

    private readonly JournalBed _bed = new();

    /// <summary>One record of each type: format 1, which every later version reads. Never change the accepted text.</summary>
    [Fact]
    public void Format_1_is_what_it_is()
    {
        var journal = _bed.Open();
        foreach (var record in JournalBed.OneOfEach())
        {
            journal.Add(record);
        }

        Snapshot.Match(Encoding.UTF8.GetString(_bed.Content()), "journal-v1");
    }

    [Fact]
    public void A_format_1_journal_tells_what_it_told_when_it_was_written()
    {
        _bed.Put(File.ReadAllBytes(Path.Combine(Folder, "journal-v1.verified.txt")));

        var journal = _bed.Open();

        journal.Records.Select(r => r.Type).ShouldBe(Enum.GetValues<RecordType>());
        journal.Records.Select(r => r.Version).ShouldAllBe(v => v == 1);
        var before = journal
            .Records.TakeWhile(r => r.Type != RecordType.TakingBack)
            .Aggregate(Inventory.Empty, (i, r) => i.After(r));
        before.Cluster.ShouldBe("shop");
        before.Node.ShouldBe("win-1");
        before.SpecDigest.ShouldBe("digest");
        var (id, owned) = before.Resources.ShouldHaveSingleItem();
        id.ShouldBe("service/docker");
        owned.Confirmed.ShouldBeTrue();
        owned
            .Resource.ShouldBeOfType<Mullion.Core.Resources.Services.Service>()
            .Config.Recovery.ToString()
            .ShouldBe("restart 15s,15s reset 86400s");
        owned.Resource.After.ShouldBe(["engine-package/docker"]);
        owned.Prior.State.ShouldBe(new ResourceState(("state", "stopped")));
        owned.Prior.Territory.ShouldBe([@"folder:C:\ProgramData\docker"]);
        owned.Applied.ShouldBe(new ResourceState(("state", "running")));
        journal.Inventory.Resources.ShouldBeEmpty();
        journal.Inventory.Left["firewall/x"].Why.ShouldBe("others changed profiles since");
        journal.Inventory.LastOutcome.ShouldBe("done");
        journal.Inventory.Closed.ShouldBeTrue();
    }

    /// <summary>Every kind of resource as it lies in format 1, and read again without loss. Never change the accepted text.</summary>
    [Fact]
    public void Every_kind_of_resource_in_format_1_is_what_it_is()
    {
        var kinds = Samples
            .Blueprint()
            .Resources.Append(new RunningEngine { Name = "docker", Heading = Heading.Runtime })
            .Concat(
                SwarmWorker
                    .Of(
                        Bed.Specs.Secured(Samples.Spec()),
                        Samples.Spec().Nodes[0],
                        Samples.Cluster,
                        Samples.Host,
                        new EngineTrust("PEM", null)
                    )
                    .Resources.Where(r => r is not EngineImage)
            )
            .Append(
                new EngineImage
                {
                    Name = "registry.corp.example/shop/base:1",
                    Heading = Heading.Runtime,
                    User = "puller",
                    PasswordSecret = "registry/registry.corp.example",
                    ArchiveSha256 = new string('c', 64),
                    ArchiveUrl = "https://mirror.example/images.tar",
                    ArisesFrom = "image/other",
                }
            )
            .Append(SimulatedPackages.Node().Resource)
            .Concat(HostFileTests.Wanted().Reverse())
            .DistinctBy(r => r.Kind)
            .Select((r, i) => JournalLine.Write(Prior(r, i + 1)))
            .ToList();
        var all = typeof(Resource).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Resource)));

        kinds.Count.ShouldBe(all.Count(), "a kind is missing here");
        Snapshot.Match(
            string.Concat(kinds.Select(Encoding.UTF8.GetString)),
            "journal-v1-resources"
        );
        _bed.Put(File.ReadAllBytes(Path.Combine(Folder, "journal-v1-resources.verified.txt")));
        _bed.Open().Records.Select(JournalLine.Write).ShouldBe(kinds);
    }

    private static JournalRecord Prior(Resource resource, int number) =>
        new()
        {
            Sequence = number,
            Type = RecordType.Prior,
            Id = resource.Id,
            Resource = resource,
            Prior = new Prior(null, []),
        };

    private static string SourcePath(
        [System.Runtime.CompilerServices.CallerFilePath] string path = ""
    ) => path;
}
