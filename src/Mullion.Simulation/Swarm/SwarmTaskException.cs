using Mullion.Core;

namespace Mullion.Simulation.Swarm;

/// <summary>A task cannot run on this host. The message is what the worker reports as the task's error.</summary>
public sealed class SwarmTaskException(string message) : MullionException(message);
