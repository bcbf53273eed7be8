using Mullion.Core;

namespace Mullion.Kubernetes.Configuration;

/// <summary>A PEM text, in a file that may change or as it is. Its text shows no more than the file's path.</summary>
public sealed class PemSource
{
    private readonly string? _text;
    private readonly string _where;

    private PemSource(string? text, string? file, string where)
    {
        _text = text;
        File = file;
        _where = where;
    }

    /// <summary>The file; null when the text is at hand.</summary>
    public string? File { get; }

    /// <summary>A text that is at hand.</summary>
    /// <param name="text">The PEM.</param>
    /// <param name="where">Where it stands, for messages.</param>
    public static PemSource OfText(string text, string where) => new(text, null, where);

    /// <summary>A file.</summary>
    /// <param name="file">Its full path.</param>
    /// <param name="where">Which entry names it, for messages.</param>
    public static PemSource OfFile(string file, string where) => new(null, file, where);

    /// <summary>The text.</summary>
    /// <exception cref="MullionException">The file cannot be read.</exception>
    public string Read() => _text ?? ConfigurationFile.Read(File!, _where);

    /// <inheritdoc/>
    public override string ToString() => File ?? "(inline)";
}
