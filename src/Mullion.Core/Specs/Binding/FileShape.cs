using System.Text.Json;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Binding;

/// <summary>The path of a file that must exist; a relative one starts at the folder of the spec.</summary>
internal sealed class FileShape : Shape<FileReference>
{
    private const string Wanted = "Write the path of a file.";

    private static readonly TextShape<string> Text = new("the path of a file", Parse);

    /// <summary>Whether it is a folder, which may still be empty, or not there yet.</summary>
    public bool IsFolder { get; init; }

    public override FileReference? Read(YamlNode node, SpecReading reading)
    {
        if (Text.Read(node, reading) is not { } written)
        {
            return null;
        }

        var full = Path.GetFullPath(written, reading.BaseDirectory);
        if (!IsFolder && !reading.FileExists(full))
        {
            reading.Refuse(
                node,
                $"there is no file {ErrorList.Printable(full)}",
                "Correct the path (a relative one starts at the folder of the spec), or put the file there."
            );
        }

        return new FileReference(written, full);
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        json.WriteNumber("minLength", 1);
    }

    private static Parsed<string> Parse(string text) =>
        text.Trim().Length == 0 ? new Refusal("the path is empty", Wanted)
        // Certificates and keys are often pasted where their path belongs.
        : text.Contains("-----BEGIN", StringComparison.Ordinal)
            ? new Refusal("this is the content of a file, not its path", Wanted, IsSecret: true)
        : text;
}
