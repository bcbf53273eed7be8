namespace Mullion.Core.Specs.Yaml;

/// <summary>
/// A value in a YAML document, with its place in the document and the <paramref name="Line"/> and
/// <paramref name="Column"/> (from 1) where it begins in the file.
/// </summary>
internal abstract record YamlNode(YamlPath Path, int Line, int Column)
{
    /// <summary>What it is, in a reader's words.</summary>
    public abstract string Kind { get; }
}
