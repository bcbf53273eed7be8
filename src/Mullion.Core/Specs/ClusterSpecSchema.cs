using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mullion.Core.Specs.Shapes;

namespace Mullion.Core.Specs;

/// <summary>The JSON Schema of <c>mullion.yaml</c>, for editors: made from the declarations that also read the file.</summary>
public static class ClusterSpecSchema
{
    /// <summary>
    /// The schema (draft 2020-12) as indented JSON. The loader decides: it also finds what a schema cannot say (duplicates,
    /// files that must exist), and it takes an unquoted number for the text that it is.
    /// </summary>
    public static string Json()
    {
        using var buffer = new MemoryStream();
        // Relaxed: the patterns stay readable; this is a file for editors, never part of a web page.
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", "Mullion cluster");
            json.WriteString(
                "description",
                "A cluster and the Windows hosts that shall be its nodes."
            );
            ClusterShape.Shape.WriteSchema(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
