using Mullion.Cli.Changes;
using Mullion.Cli.CommandLine;
using Mullion.Core.Convergence.Runs;

namespace Mullion.Cli.Rendering.Progress;

/// <summary>Shows runs while they happen, on stderr.</summary>
internal abstract class RunDisplay : IProgress<NodeEvent>, IAsyncDisposable
{
    /// <summary>Moving lines on a terminal, plain ones elsewhere.</summary>
    public static RunDisplay For(Call call, IReadOnlyList<string> nodes) =>
        call.Context.Terminal is { Error: true, Styled: true }
            ? new LiveDisplay(call.Context.Error, call.Context.Terminal.Width, nodes)
            : new PlainDisplay(call.Messages, nodes);

    /// <summary>A node is begun.</summary>
    public abstract void Begin(string node);

    /// <summary>Something happened; may be told by several nodes at once.</summary>
    public abstract void Report(NodeEvent value);

    /// <summary>A node has ended.</summary>
    public abstract void End(NodeOutcome outcome);

    /// <summary>Says something that concerns all.</summary>
    public abstract void Note(string text);

    public abstract ValueTask DisposeAsync();
}
