using Mullion.Cli.Changes;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Secrets;
using Spectre.Console;

namespace Mullion.Cli.Rendering.Progress;

/// <summary>One moving line for each node: for terminals.</summary>
internal sealed class LiveDisplay : RunDisplay
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Sign, string Text)> _rows;
    private readonly IReadOnlyList<string> _nodes;
    private readonly TaskCompletionSource _end = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly Task _live;
    private LiveDisplayContext? _context;
    private string? _note;

    public LiveDisplay(TextWriter writer, int width, IReadOnlyList<string> nodes)
    {
        _nodes = nodes;
        _rows = nodes.ToDictionary(n => n, _ => ("[grey]·[/]", "waits"));
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.Standard,
                Interactive = InteractionSupport.Yes,
            }
        );
        console.Profile.Width = width;
        _live = console
            .Live(Table())
            .Overflow(VerticalOverflow.Ellipsis)
            .Cropping(VerticalOverflowCropping.Bottom)
            .StartAsync(context =>
            {
                _context = context;
                return _end.Task;
            });
    }

    public override void Begin(string node) => Set(node, "[yellow]>[/]", "begins");

    public override void Report(NodeEvent value)
    {
        if (EventText.Of(value) is { } text)
        {
            Set(
                value.Node,
                value.Kind == EventKind.StepFailed ? "[red]>[/]" : "[yellow]>[/]",
                text
            );
        }
    }

    public override void End(NodeOutcome outcome) =>
        Set(outcome.Node, outcome.Good ? "[green]✓[/]" : "[red]✗[/]", OutcomeText.Of(outcome));

    public override void Note(string text)
    {
        lock (_lock)
        {
            _note = text;
            _context?.UpdateTarget(Table());
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        await _live;
    }

    private void Set(string node, string sign, string text)
    {
        lock (_lock)
        {
            _rows[node] = (sign, text);
            _context?.UpdateTarget(Table());
        }
    }

    private Table Table()
    {
        var table = new Table().NoBorder().HideHeaders();
        table.AddColumn(new TableColumn("").NoWrap());
        table.AddColumn(new TableColumn("").NoWrap());
        table.AddColumn(new TableColumn(""));
        foreach (var node in _nodes)
        {
            var (sign, text) = _rows[node];
            table.AddRow(
                new Markup(sign),
                new Text(node, new Spectre.Console.Style(decoration: Decoration.Bold)),
                new Text(Redaction.Redact(text)).Overflow(Overflow.Ellipsis)
            );
        }

        if (_note is not null)
        {
            table.AddRow(new Text(""), new Text(""), new Text(_note));
        }

        return table;
    }
}
