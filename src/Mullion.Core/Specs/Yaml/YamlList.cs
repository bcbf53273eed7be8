namespace Mullion.Core.Specs.Yaml;

/// <summary>A sequence.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, YamlPath Path, int Line, int Column)
    : YamlNode(Path, Line, Column)
{
    public override string Kind => "a list";
}
