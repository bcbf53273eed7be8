namespace Mullion.Testing;

/// <summary>A text differs from its accepted snapshot.</summary>
public sealed class SnapshotMismatchException(string message) : Exception(message);
