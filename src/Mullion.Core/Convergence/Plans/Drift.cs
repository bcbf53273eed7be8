using System.Security.Cryptography;
using System.Text;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Plans;

/// <summary>Tells Mullion's values from others', field by field.</summary>
internal static class Drift
{
    /// <summary>Whether two states differ at most in fields that change by themselves.</summary>
    public static bool Same(IProvider provider, ResourceState? applied, ResourceState? actual) =>
        Equals(Firm(provider, applied), Firm(provider, actual));

    /// <summary>
    /// What taking a resource back should leave: its prior state, but for the fields that others changed since Mullion's last
    /// change; those stay as they are. One that others changed and that was not there before stays whole.
    /// </summary>
    public static DriftTarget Target(IProvider provider, OwnedResource owned, ResourceState? actual)
    {
        var prior = owned.Prior.State;
        if (!owned.Confirmed || actual is null || Equals(actual, prior))
        {
            return new DriftTarget(prior, []);
        }

        var left = Fields(owned.Applied, actual)
            .Except(provider.Volatile)
            .Except(provider.Editable)
            .Where(f => owned.Applied?[f] != actual[f])
            .ToList();
        if (left.Count == 0)
        {
            return new DriftTarget(prior, []);
        }

        return prior is null
            ? new DriftTarget(actual, left)
            : new DriftTarget(left.Aggregate(prior, (s, f) => s.With(f, actual[f])), left);
    }

    /// <summary>The fields that differ between two states.</summary>
    public static IReadOnlyList<FieldChange> Changes(ResourceState? from, ResourceState? to) =>
        [
            .. Fields(from, to)
                .Where(f => from?[f] != to?[f])
                .Select(f => new FieldChange(f, from?[f], to?[f])),
        ];

    /// <summary>Digest of a state and of changes to it, without the fields that change by themselves.</summary>
    public static string Fingerprint(
        IProvider provider,
        ResourceState? actual,
        IReadOnlyList<FieldChange> changes
    )
    {
        var wanted = changes
            .Where(c => !provider.Volatile.Contains(c.Field))
            .Select(c => $"{c.Field}={c.New}");
        var text = $"{Firm(provider, actual)?.ToString() ?? "(none)"}|{string.Join(", ", wanted)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static IEnumerable<string> Fields(ResourceState? a, ResourceState? b) =>
        (a?.Fields ?? []).Union(b?.Fields ?? []).Order(StringComparer.Ordinal);

    private static ResourceState? Firm(IProvider provider, ResourceState? state) =>
        state is null ? null : provider.Volatile.Aggregate(state, (s, f) => s.With(f, null));
}
