namespace Mullion.Swarm.Worker.Sessions;

/// <summary>The managers that a worker knows. One is picked at random by weight; one that failed is rarely tried again.</summary>
internal sealed class ManagerList(IEnumerable<string> addresses, Func<double> random)
{
    private const int Good = 10;
    private const int Bad = 1;

    private readonly Dictionary<string, int> weights = addresses
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(a => a, _ => Good);

    public IReadOnlyList<string> Addresses => [.. weights.Keys.Order(StringComparer.Ordinal)];

    public ManagerAddress Pick()
    {
        var ordered = weights.OrderBy(w => w.Key, StringComparer.Ordinal).ToList();
        var point = random() * ordered.Sum(w => w.Value);
        foreach (var (address, weight) in ordered)
        {
            point -= weight;
            if (point < 0)
            {
                return ManagerAddress.Parse(address);
            }
        }

        return ManagerAddress.Parse(ordered[^1].Key);
    }

    public void Failed(ManagerAddress address) => Weigh(address, Bad);

    public void Worked(ManagerAddress address) => Weigh(address, Good);

    /// <summary>Takes over what a manager says; an empty list would cut the node off and is ignored.</summary>
    /// <returns>Whether it is another list than before.</returns>
    public bool Update(IReadOnlyCollection<string> told)
    {
        if (told.Count == 0 || weights.Keys.ToHashSet().SetEquals(told))
        {
            return false;
        }

        foreach (var gone in weights.Keys.Except(told).ToList())
        {
            weights.Remove(gone);
        }

        foreach (var address in told)
        {
            weights.TryAdd(address, Good);
        }

        return true;
    }

    private void Weigh(ManagerAddress address, int weight)
    {
        var key = address.ToString();
        if (weights.ContainsKey(key))
        {
            weights[key] = weight;
        }
    }
}
