using Mullion.Core.Specs.Engines;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Binding;

/// <summary>What one reading of one file shares: where it lies, what it may ask, what it found.</summary>
internal sealed class SpecReading(string baseDirectory, SpecLoadOptions options, ErrorList errors)
{
    private readonly Dictionary<(string What, string Value), YamlNode> claimed = [];

    /// <summary>Where relative paths start.</summary>
    public string BaseDirectory { get; } = baseDirectory;

    public IEngineCatalogue Catalogue => options.Catalogue;

    public bool FileExists(string path) => options.FileExists(path);

    /// <summary>Who runs the cluster, once that was read: it decides what else may stand in the file. Null where it is wrong.</summary>
    public OrchestratorSpec? Orchestrator { get; set; }

    /// <summary>Notes an error about a value, and shows it unless told not to.</summary>
    public void Refuse(YamlNode node, string reason, string fix, bool showValue = true)
    {
        var value = showValue && node is YamlScalar { IsNull: false } scalar ? scalar.Text : null;
        errors.Add(node.Line, node.Column, node.Path, value, reason, fix);
    }

    /// <summary>Notes an error about a key that should stand in a mapping and does not.</summary>
    public void RefuseMissing(YamlMapping mapping, string key, string fix) =>
        errors.Add(
            mapping.Line,
            mapping.Column,
            mapping.Path.Key(key),
            null,
            "the key is missing",
            fix
        );

    /// <summary>Notes an error about a key that nobody knows. Its value is not shown: it could be a secret.</summary>
    public void RefuseUnknown(YamlEntry entry, string fix) =>
        errors.Add(
            entry.Key.Line,
            entry.Key.Column,
            entry.Value.Path,
            null,
            "the key is unknown",
            fix
        );

    /// <summary>
    /// Notes an error unless <paramref name="value"/>, in the form in which equal ones are equal, is the first of its kind
    /// in the file. Messages call the kind <paramref name="what"/>.
    /// </summary>
    public void Claim(string what, string value, YamlNode node, string fix)
    {
        if (!claimed.TryAdd((what, value), node))
        {
            var first = claimed[(what, value)];
            Refuse(node, $"the {what} is already taken by {first.Path} on line {first.Line}", fix);
        }
    }
}
