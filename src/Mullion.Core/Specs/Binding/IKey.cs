using System.Text.Json;

namespace Mullion.Core.Specs.Binding;

/// <summary>A key that an object may have, without the type of its value.</summary>
internal interface IKey
{
    string Name { get; }

    bool IsRequired { get; }

    /// <summary>A sentence for those who left the key out.</summary>
    string HowToAdd { get; }

    /// <summary>Writes the JSON Schema of the value.</summary>
    void WriteSchema(Utf8JsonWriter json);
}
