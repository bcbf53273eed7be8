namespace Mullion.Simulation.Faults;

/// <summary>What is to go wrong on a host, and what of it has already happened.</summary>
public sealed class FaultPlan
{
    // Faults are added while a host runs.
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];
    private readonly List<int> _seen = [];

    /// <summary>A plan of the given faults.</summary>
    public FaultPlan(params IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
        {
            Add(fault);
        }
    }

    /// <summary>The faults as they are now, in the order in which they are tried.</summary>
    public IReadOnlyList<Fault> Faults
    {
        get
        {
            lock (_lock)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>A cut, or another fault, at one operation.</summary>
    public static FaultPlan At(int number, FaultKind kind, int seed = 0) =>
        new(new Fault(kind) { Number = number, Seed = seed });

    /// <summary>
    /// A schedule from a seed: some faults of any kind spread over the first operations. The same seed gives the same schedule.
    /// </summary>
    /// <param name="seed">The seed, to be printed with a failing test.</param>
    /// <param name="count">How many faults.</param>
    /// <param name="operations">They hit operations 1 to this.</param>
    public static FaultPlan FromSeed(int seed, int count, int operations)
    {
        var random = new Random(seed);
        var kinds = Enum.GetValues<FaultKind>();
        return new FaultPlan(
            Enumerable
                .Range(0, count)
                .Select(_ => new Fault(kinds[random.Next(kinds.Length)])
                {
                    Number = 1 + random.Next(operations),
                    Seed = random.Next(),
                })
                .ToList()
        );
    }

    /// <summary>Adds a fault to those that are to come.</summary>
    public void Add(Fault fault)
    {
        lock (_lock)
        {
            _faults.Add(fault);
            _seen.Add(0);
        }
    }

    /// <summary>Forgets every fault.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
            _seen.Clear();
        }
    }

    /// <summary>The fault that hits an operation; null for none. Counts the operation for all.</summary>
    internal Fault? Next(int number, string operation, string target)
    {
        lock (_lock)
        {
            return Find(number, operation, target);
        }
    }

    private Fault? Find(int number, string operation, string target)
    {
        Fault? hit = null;
        for (var i = 0; i < _faults.Count; i++)
        {
            var fault = _faults[i];
            if (!fault.Matches(number, operation, target))
            {
                continue;
            }

            var match = ++_seen[i];
            if (
                match >= fault.Occurrence
                && (fault.Times is null || match < fault.Occurrence + fault.Times)
            )
            {
                hit ??= fault;
            }
        }

        return hit;
    }
}
