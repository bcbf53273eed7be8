namespace Mullion.Core.Specs.Yaml;

/// <summary>Reading was stopped because the document goes past what is bearable. Becomes a <see cref="SpecError"/>.</summary>
internal sealed class SpecLimitException(int line, int column, string reason, string fix)
    : MullionException(reason, fix)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
