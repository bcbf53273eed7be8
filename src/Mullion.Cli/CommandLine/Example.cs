namespace Mullion.Cli.CommandLine;

/// <summary>A line that help shows.</summary>
/// <param name="Line">As one would type it.</param>
/// <param name="Does">What it does.</param>
internal sealed record Example(string Line, string Does);
