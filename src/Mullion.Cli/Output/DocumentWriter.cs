using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Mullion.Core.Secrets;

namespace Mullion.Cli.Output;

/// <summary>Writes a result as one document. What looks like a join token is hidden, wherever it came from.</summary>
internal static class DocumentWriter
{
    public static void Write<T>(
        TextWriter writer,
        OutputFormat format,
        T document,
        JsonTypeInfo<T> type
    ) => Write(writer, format, Redaction.Redact(JsonSerializer.Serialize(document, type)));

    /// <summary>Writes a document that is there to show a secret.</summary>
    public static void WriteSecret<T>(
        TextWriter writer,
        OutputFormat format,
        T document,
        JsonTypeInfo<T> type
    ) => Write(writer, format, JsonSerializer.Serialize(document, type));

    public static void Write(TextWriter writer, OutputFormat format, string json)
    {
        if (format == OutputFormat.Yaml)
        {
            YamlTree.Write(writer, JsonNode.Parse(json));
        }
        else
        {
            writer.Write(json.TrimEnd('\n') + "\n");
        }
    }
}
