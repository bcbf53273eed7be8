using Mullion.Cli.Changes;
using Mullion.Core.Convergence.Runs;

namespace Mullion.Cli.Rendering.Progress;

/// <summary>A line for everything that happens: for pipes, files and <c>NO_COLOR</c>.</summary>
internal sealed class PlainDisplay(Screen screen, IReadOnlyList<string> nodes) : RunDisplay
{
    private readonly Lock _lock = new();
    private readonly int _width = nodes.Max(n => n.Length);

    public override void Begin(string node) => Line(node, "begins");

    public override void Report(NodeEvent value)
    {
        if (EventText.Of(value) is { } text)
        {
            Line(value.Node, text);
        }
    }

    public override void End(NodeOutcome outcome) => Line(outcome.Node, OutcomeText.Of(outcome));

    public override void Note(string text)
    {
        lock (_lock)
        {
            screen.Line(text);
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Line(string node, string text)
    {
        lock (_lock)
        {
            screen.Line($"{node.PadRight(_width)}   {text}");
        }
    }
}
