namespace Mullion.Remote.Calling;

/// <summary>The server does not know the run: its host restarted, or it gave the run up.</summary>
internal sealed class UnknownRunException() : Exception("unknown run");
