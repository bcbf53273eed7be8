namespace Mullion.Cli.Rendering;

/// <summary>What a piece of text is; a terminal shows it by colour, a pipe not at all.</summary>
internal enum Style
{
    Plain,
    Strong,
    Faint,
    Good,
    Caution,
    Bad,
}
