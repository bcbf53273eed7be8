using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Shapes;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs;

/// <summary>
/// Reads <c>mullion.yaml</c>. Never throws for what stands in a file: whatever is wrong becomes a <see cref="SpecError"/>,
/// all of them at once (only where the YAML itself is broken does reading stop there). Memory is bounded: files over
/// 16 MB are refused before they are read, aliases, deep nesting and absurd numbers of values while they are.
/// </summary>
public static class ClusterSpecLoader
{
    /// <summary>Loads a file.</summary>
    public static SpecResult Load(string path, SpecLoadOptions? options = null)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Load(stream, path, options);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return RefuseToOpen(path, error);
        }
    }

    /// <summary>Loads what a stream holds.</summary>
    /// <param name="stream">Read to its end, or to the limit. An error of the stream itself is thrown on.</param>
    /// <param name="fileName">What errors call it; relative paths in it start at its folder.</param>
    /// <param name="options">Null takes the built-in catalogue and the real file system.</param>
    public static SpecResult Load(Stream stream, string fileName, SpecLoadOptions? options = null)
    {
        if (stream.CanSeek && stream.Length - stream.Position > SourceText.MaxBytes)
        {
            return TooLarge(fileName);
        }

        // Devices and pipes tell no length; so the limit is kept while reading, too.
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (buffer.Length + read > SourceText.MaxBytes)
            {
                return TooLarge(fileName);
            }

            buffer.Write(chunk, 0, read);
        }

        return Load(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), fileName, options);
    }

    /// <summary>Loads the bytes of a file.</summary>
    /// <param name="content">UTF-8, with or without a byte order mark.</param>
    /// <param name="fileName">What errors call it; relative paths in it start at its folder.</param>
    /// <param name="options">Null takes the built-in catalogue and the real file system.</param>
    public static SpecResult Load(
        ReadOnlySpan<byte> content,
        string fileName,
        SpecLoadOptions? options = null
    )
    {
        if (content.Length > SourceText.MaxBytes)
        {
            return TooLarge(fileName);
        }

        var errors = new ErrorList(fileName);
        ClusterSpec? spec = null;
        if (
            SourceText.Decode(content, errors) is { } text
            && YamlTreeReader.Read(text, errors) is { } root
        )
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(fileName))!;
            var reading = new SpecReading(folder, options ?? new SpecLoadOptions(), errors);
            spec = ClusterShape.Shape.Read(root, reading);
        }

        var found = errors.InFileOrder();
        return new SpecResult { Spec = found.Count == 0 ? spec : null, Errors = found };
    }

    private static SpecResult RefuseToOpen(string path, Exception error)
    {
        // Asked first: systems differ in what they answer to those who open a folder.
        if (Directory.Exists(path))
        {
            return Refuse(path, "this is a folder", "Name the file in it.");
        }

        return error is FileNotFoundException or DirectoryNotFoundException
            ? Refuse(path, "the file does not exist", "Create it, or name another file.")
            : Refuse(
                path,
                "the file cannot be read: " + error.Message.TrimEnd('.'),
                "Check its path and permissions."
            );
    }

    private static SpecResult TooLarge(string fileName) =>
        Refuse(
            fileName,
            $"the file is larger than {SourceText.MaxBytes / 1024 / 1024} MB",
            "Check that this is the file you meant; 5,000 nodes take about 2 MB."
        );

    private static SpecResult Refuse(string fileName, string reason, string fix)
    {
        var errors = new ErrorList(fileName);
        errors.Add(0, 0, YamlPath.Root, null, reason, fix);
        return new SpecResult { Errors = errors.InFileOrder() };
    }
}
