using Mullion.Cli.Output.Documents;
using Mullion.Cli.Sessions;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Resources;
using Mullion.Core.Specs;

namespace Mullion.Cli.Output;

/// <summary>Makes the one form of a journal that people and programs are shown.</summary>
internal static class JournalDocuments
{
    public static JournalDocument Of(NodeSpec node, HostView host) =>
        new(
            node.Name,
            node.Host.ToString(),
            host.Facts.Simulated,
            host.Inventory.Cluster,
            host.Inventory.LastOutcome,
            [.. host.Journal.Records.Select(Of)],
            Owned(host.Inventory),
            host.Inventory.Left.ToDictionary(l => l.Key, l => l.Value.Why)
        );

    public static IReadOnlyList<OwnedDocument> Owned(Inventory inventory) =>
        [
            .. inventory
                .Resources.Values.OrderBy(o => o.Resource.Heading)
                .Select(o => new OwnedDocument(
                    o.Resource.Id,
                    o.Resource.Heading,
                    o.Resource.Title,
                    o.Confirmed,
                    Fields(o.Prior.State),
                    Fields(o.Applied)
                )),
        ];

    private static JournalRecordDocument Of(JournalRecord record) =>
        new()
        {
            Sequence = record.Sequence,
            Time = record.Time,
            Type = record.Type,
            Id = record.Id,
            Title = record.Resource?.Title,
            Note = record.Note,
            Spec = record.SpecDigest,
            Before = Fields(record.Prior?.State),
            Now = Fields(record.State),
        };

    private static Dictionary<string, string>? Fields(ResourceState? state) =>
        state?.ToDictionary(f => f.Key, f => f.Value);
}
