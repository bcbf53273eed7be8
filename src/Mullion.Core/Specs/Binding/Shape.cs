using System.Text.Json;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Binding;

/// <summary>
/// What a value looks like: reads it from YAML and describes it in JSON Schema, so that the two cannot disagree.
/// </summary>
internal abstract class Shape<T>
{
    /// <summary>A value as it may be written; null where none is typical.</summary>
    public virtual string? Example => null;

    /// <summary>Reads a value; on an error notes it and gives the default of <typeparamref name="T"/>.</summary>
    public abstract T? Read(YamlNode node, SpecReading reading);

    /// <summary>Writes the members of this shape's JSON Schema into an object that is already begun.</summary>
    public abstract void WriteSchema(Utf8JsonWriter json);

    /// <summary>
    /// Says that there is something else than was expected; silent where the reader already complained. The value is not
    /// shown: what stands in a wrong place may be anything, a key's content too.
    /// </summary>
    protected static void RefuseKind(YamlNode node, SpecReading reading, string expected)
    {
        if (node is YamlScalar { IsNull: true })
        {
            var fix =
                $"Write {expected}"
                + (node.Path.IsItem ? ", or remove the item." : ", or remove the key.");
            reading.Refuse(node, "the value is missing", fix);
        }
        else if (node is not YamlUnusable)
        {
            reading.Refuse(
                node,
                $"{expected} is expected here, not {node.Kind}",
                $"Write {expected}.",
                showValue: false
            );
        }
    }
}
