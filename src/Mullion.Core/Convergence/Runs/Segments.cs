using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Runs;

/// <summary>
/// Cuts a node's resources into stretches that one side does alone, in the order of the After edges: as few as the edges allow.
/// </summary>
internal static class Segments
{
    /// <summary>For making so.</summary>
    public static IReadOnlyList<IReadOnlyList<Resource>> Forward(
        IReadOnlyList<Resource> resources
    ) => Cut(resources, r => r.After, Side.Host);

    /// <summary>For taking back: the same edges the other way round.</summary>
    public static IReadOnlyList<IReadOnlyList<Resource>> Backward(IReadOnlyList<Resource> resources)
    {
        var dependants = resources
            .SelectMany(r => r.After.Select(a => (Needed: a, By: r.Id)))
            .ToLookup(e => e.Needed, e => e.By);
        return Cut(resources, r => dependants[r.Id], Side.Cluster);
    }

    private static List<IReadOnlyList<Resource>> Cut(
        IReadOnlyList<Resource> resources,
        Func<Resource, IEnumerable<string>> needs,
        Side first
    )
    {
        var open = resources.ToDictionary(r => r.Id);
        var segments = new List<IReadOnlyList<Resource>>();
        for (var side = first; open.Count > 0; side = side == Side.Host ? Side.Cluster : Side.Host)
        {
            var segment = new List<Resource>();
            while (
                open.Values.Where(r => r.Side == side && !needs(r).Any(open.ContainsKey)).ToList()
                    is { Count: > 0 } free
            )
            {
                segment.AddRange(free);
                free.ForEach(r => open.Remove(r.Id));
            }

            if (segment.Count > 0)
            {
                segments.Add(segment);
            }
        }

        return segments;
    }
}
