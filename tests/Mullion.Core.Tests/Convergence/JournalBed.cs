using Mullion.Core.Convergence.Journals;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Simulation;
using Mullion.Simulation.Files;
using Mullion.Simulation.Templates;
using Mullion.Simulation.Time;

namespace Mullion.Core.Tests.Convergence;

/// <summary>A host with nothing but a journal.</summary>
internal sealed class JournalBed
{
    private readonly VirtualClock _clock = new();

    public JournalBed() =>
        Host = SimulatedHost.Create(HostTemplates.Bare(20348), new() { Clock = _clock });

    public SimulatedHost Host { get; }

    private SimulatedFiles Files => Host.Files;

    public FileJournal Open() => FileJournal.Open(Files, _clock);

    public void Put(byte[] content) => Files.Put(HostPaths.Journal, content);

    public byte[] Content() => Files.ReadAllBytes(HostPaths.Journal);

    public byte[] Written(int records)
    {
        var journal = Open();
        foreach (var record in OneOfEach().Take(records))
        {
            journal.Add(record);
        }

        return Content();
    }

    public static IEnumerable<JournalRecord> OneOfEach()
    {
        var service = Samples.Blueprint().Resources.Single(r => r.Id == "service/docker");
        yield return new()
        {
            Type = RecordType.RunStarted,
            Cluster = "shop",
            Node = "win-1",
            SpecDigest = "digest",
            Note = "apply by ann@admin-1",
        };
        yield return new()
        {
            Type = RecordType.Prior,
            Id = service.Id,
            Resource = service,
            Prior = new Prior(
                new ResourceState(("state", "stopped")),
                [@"folder:C:\ProgramData\docker"]
            ),
        };
        yield return new()
        {
            Type = RecordType.Applied,
            Id = service.Id,
            Resource = service,
            State = new ResourceState(("state", "running")),
        };
        yield return new()
        {
            Type = RecordType.TakingBack,
            Id = service.Id,
            State = new ResourceState(("state", "stopped")),
        };
        yield return new() { Type = RecordType.TakenBack, Id = service.Id };
        yield return new()
        {
            Type = RecordType.Left,
            Id = "firewall/x",
            Note = "others changed profiles since",
        };
        yield return new() { Type = RecordType.Rebooting };
        yield return new() { Type = RecordType.RunEnded, Note = "done" };
        yield return new() { Type = RecordType.Tombstone };
    }
}
