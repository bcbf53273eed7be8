namespace Mullion.Core.Specs.Yaml;

/// <summary>
/// Text, with escapes resolved. Numbers and booleans stay the text that was written: <c>28.10</c> is not <c>28.1</c>.
/// <paramref name="IsPlain"/>: written without quotes.
/// </summary>
internal sealed record YamlScalar(string Text, bool IsPlain, YamlPath Path, int Line, int Column)
    : YamlNode(Path, Line, Column)
{
    /// <summary>Nothing, or YAML's ways of writing nothing.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    public override string Kind => IsNull ? "nothing" : "a single value";
}
