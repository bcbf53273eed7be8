using System.Text.Json;
using Mullion.Cli.Output;

namespace Mullion.Cli.SavedPlans;

/// <summary>Writes and reads saved plans.</summary>
internal static class SavedPlanFile
{
    public static void Save(string path, SavedPlan plan) =>
        OutputFile.Write(
            path,
            writer =>
                DocumentWriter.Write(writer, OutputFormat.Json, plan, CliJson.Readable.SavedPlan)
        );

    /// <summary>Whether a word of the command line names a saved plan rather than a node.</summary>
    /// <remarks>A node's name is letters, digits and hyphens; a file of such a name is looked into.</remarks>
    public static bool IsNamedBy(string word) =>
        word.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-')
        || (File.Exists(word) && Read(word) is { Kind: SavedPlan.FileKind });

    /// <summary>Loads a saved plan.</summary>
    /// <exception cref="CliException">It is none, or a newer Mullion wrote it.</exception>
    public static SavedPlan Load(string path)
    {
        if (!File.Exists(path))
        {
            throw CliException.Usage(
                $"There is no saved plan {path}.",
                "Make one with: mullion plan --save FILE"
            );
        }

        return Read(path) switch
        {
            { Kind: SavedPlan.FileKind, Format: SavedPlan.CurrentFormat } plan => plan,
            { Kind: SavedPlan.FileKind, Format: var format } => throw CliException.Usage(
                $"{path} has format {format}; this Mullion reads {SavedPlan.CurrentFormat}.",
                "Make it again with this version: mullion plan --save FILE"
            ),
            _ => throw CliException.Usage(
                $"{path} is not a saved plan.",
                "Make one with: mullion plan --save FILE"
            ),
        };
    }

    private static SavedPlan? Read(string path)
    {
        try
        {
            using var content = File.OpenRead(path);
            return JsonSerializer.Deserialize(content, CliJson.Readable.SavedPlan);
        }
        catch (Exception error)
            when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
