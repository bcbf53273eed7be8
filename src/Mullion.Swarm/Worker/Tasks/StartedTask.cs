namespace Mullion.Swarm.Worker.Tasks;

/// <summary>A container that runs.</summary>
/// <param name="ContainerId">64 hexadecimal digits.</param>
/// <param name="Pid">Process id on the host.</param>
public sealed record StartedTask(string ContainerId, int Pid);
