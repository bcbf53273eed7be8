namespace Mullion.Core.Specs.Yaml;

/// <summary>Something that was refused when it was read (an alias); its error is reported already, so nothing more is said of it.</summary>
internal sealed record YamlUnusable(YamlPath Path, int Line, int Column)
    : YamlNode(Path, Line, Column)
{
    public override string Kind => "an unusable value";
}
