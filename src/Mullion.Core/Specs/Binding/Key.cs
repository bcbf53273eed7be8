using System.Text.Json;

namespace Mullion.Core.Specs.Binding;

/// <summary>Declares a key of an object: its name, what it means, and what its value looks like.</summary>
internal sealed class Key<T>(string name, string description, Shape<T> shape) : IKey
{
    public string Name { get; } = name;

    public Shape<T> Shape { get; } = shape;

    public bool IsRequired { get; init; }

    /// <summary>What a missing key means.</summary>
    public T? Default { get; init; }

    public string HowToAdd =>
        Shape.Example is { } example ? $"Add {Name}: {example}" : $"Add {Name}. {description}";

    public void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("description", description);
        Shape.WriteSchema(json);
        if (Default is not null && Shape is TextShape<T> text)
        {
            json.WriteString("default", text.Write(Default));
        }

        json.WriteEndObject();
    }
}
