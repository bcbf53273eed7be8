using Mullion.Core.Convergence.Runs;

namespace Mullion.Remote.Tests.Support;

/// <summary>Keeps events in the order in which they came.</summary>
public sealed class EventLog : IProgress<NodeEvent>
{
    private readonly List<NodeEvent> _events = [];

    public IReadOnlyList<NodeEvent> Events
    {
        get
        {
            lock (_events)
            {
                return [.. _events];
            }
        }
    }

    public Action<NodeEvent> Then { get; set; } = _ => { };

    public void Report(NodeEvent value)
    {
        lock (_events)
        {
            _events.Add(value);
        }

        Then(value);
    }
}
