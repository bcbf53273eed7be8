using Mullion.Core;

namespace Mullion.Remote.Protocol;

/// <summary>What came over the connection is not the executor protocol, or not this version of it.</summary>
public sealed class ExecutorProtocolException(string message, string? fix = null)
    : MullionException(message, fix);
