namespace Mullion.Core;

/// <summary>
/// A failure that a user reads. The message names the object, the value and the reason; <see cref="Fix"/> says what to do.
/// It never carries a secret.
/// </summary>
public class MullionException(string message, string? fix = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What the user can do about it, as a sentence; null where only trying again helps.</summary>
    public string? Fix { get; } = fix;
}
