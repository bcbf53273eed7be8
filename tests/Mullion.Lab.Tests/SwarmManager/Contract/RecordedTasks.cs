using Mullion.Simulation.Swarm;

namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>An engine's containers, as far as a swarm session knows them.</summary>
public sealed class RecordedTasks : ISwarmTasks
{
    public Dictionary<string, string> Running { get; } = [];

    public List<string> Networks { get; } = [];

    /// <summary>The error of whatever is started next.</summary>
    public string? Refusal { get; set; }

    public string Start(string taskId, string name, string image)
    {
        if (Refusal is { } text)
        {
            throw new SwarmTaskException(text);
        }

        Running.Add(taskId, image);
        return $"container-of-{taskId}";
    }

    public void Stop(string taskId) => Running.Remove(taskId);

    public void Attach(IReadOnlyList<string> networkIds) => Networks.AddRange(networkIds);
}
