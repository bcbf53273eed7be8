using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Mullion.Core;

namespace Mullion.Docker.Contexts;

/// <summary>Reads the docker command line's files. What stands in a damaged one is never shown: it may be a password.</summary>
internal static class JsonFile
{
    /// <summary>What a file holds.</summary>
    /// <exception cref="MullionException">It cannot be read, or is no JSON.</exception>
    public static T? Read<T>(string file, JsonTypeInfo<T> type, string what)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), type);
        }
        catch (JsonException e)
        {
            throw new MullionException(
                $"{what} is damaged: it is no JSON that docker writes (line {e.LineNumber + 1}).",
                "Restore the file; `docker context ls` should list it without an error.",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MullionException(
                $"{what} cannot be read: {e.Message.TrimEnd('.')}.",
                "Check the permissions of the file, and that Mullion runs as the user whose file it is.",
                e
            );
        }
    }

    /// <summary>A context's file; null when it cannot be used.</summary>
    public static ContextMeta? TryRead(string file)
    {
        try
        {
            return Read(file, ContextJson.Default.ContextMeta, file);
        }
        catch (MullionException)
        {
            return null;
        }
    }
}
