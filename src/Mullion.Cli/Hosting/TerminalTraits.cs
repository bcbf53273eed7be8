namespace Mullion.Cli.Hosting;

/// <summary>What a command may assume of where its text goes and comes from.</summary>
/// <param name="In">Whether somebody can answer.</param>
/// <param name="Out">Whether results go to a terminal.</param>
/// <param name="Error">Whether messages go to a terminal.</param>
/// <param name="Styled">Whether terminals may be given colours and moving lines; false with <c>NO_COLOR</c>.</param>
/// <param name="Width">Columns of the terminal.</param>
internal sealed record TerminalTraits(bool In, bool Out, bool Error, bool Styled, int Width)
{
    /// <summary>No terminal at all: pipes and files.</summary>
    public static TerminalTraits None { get; } = new(false, false, false, false, 80);

    /// <summary>Whether a question reaches somebody and can be answered.</summary>
    public bool Interactive => In && Error;
}
