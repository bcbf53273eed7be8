namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>A word of a command line.</summary>
/// <param name="Raw">As it stands there, quotes included.</param>
/// <param name="Text">What the program gets.</param>
/// <param name="Space">What stands between it and the word before.</param>
internal sealed record CommandLineWord(string Raw, string Text, string Space = " ");
