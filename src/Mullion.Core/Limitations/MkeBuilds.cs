namespace Mullion.Core.Limitations;

/// <summary>Which Windows builds versions of UCP or MKE take.</summary>
/// <param name="First">The second number of the first version.</param>
/// <param name="Last">The second number of the last version.</param>
/// <param name="Builds">The builds.</param>
/// <param name="Source">Who says so.</param>
internal sealed record MkeBuilds(int First, int Last, IReadOnlyList<int> Builds, string Source)
{
    public static IReadOnlyList<MkeBuilds> Known { get; } =
    [
        new(0, 2, [14393, 17763], "seed 0ecf1c42, first paragraph"),
        new(6, 7, [17763, 20348], "fact sheet docker-enterprise.md, 1 and 7"),
    ];

    public bool Holds(int minor) => First <= minor && minor <= Last;
}
