namespace Mullion.Simulation.Operations;

/// <summary>The last operations on a host.</summary>
public sealed class OperationLog
{
    private const int Capacity = 4096;

    private readonly Queue<OperationRecord> _records = new();

    /// <summary>The last operations, the oldest first; no more than 4,096.</summary>
    public IReadOnlyList<OperationRecord> Records
    {
        get
        {
            lock (_records)
            {
                return [.. _records];
            }
        }
    }

    internal void Add(OperationRecord record)
    {
        lock (_records)
        {
            if (_records.Count == Capacity)
            {
                _records.Dequeue();
            }

            _records.Enqueue(record);
        }
    }
}
