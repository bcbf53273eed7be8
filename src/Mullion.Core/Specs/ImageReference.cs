using System.Text.RegularExpressions;

namespace Mullion.Core.Specs;

/// <summary>
/// The name of an image, as engines take it: <c>[REGISTRY/]REPOSITORY[:TAG][@DIGEST]</c> (the distribution project's reference
/// grammar). Equal when it means the same image: <c>nginx</c> is <c>docker.io/library/nginx:latest</c>.
/// </summary>
public sealed partial class ImageReference : IEquatable<ImageReference>
{
    /// <summary>The registry that is meant where none is named.</summary>
    public const string Hub = "docker.io";

    /// <summary>A registry's host, and port where it has one of its own.</summary>
    internal const string RegistryPattern = "[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:[0-9]{1,5})?";

    internal const string Pattern =
        "^("
        + RegistryPattern
        + "/)?[a-z0-9]+(([.]|__?|-+)[a-z0-9]+)*(/[a-z0-9]+(([.]|__?|-+)[a-z0-9]+)*){0,9}(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$";

    private const int MaxLength = 512;

    private ImageReference(string written, string registry, string repository, string version)
    {
        Written = written;
        Registry = registry;
        Repository = repository;
        Version = version;
    }

    /// <summary>The name as written, which the engine understands too.</summary>
    public string Written { get; }

    /// <summary>The registry's host, and port where one is named; <see cref="Hub"/> for Docker Hub.</summary>
    public string Registry { get; }

    /// <summary>The repository within the registry, such as <c>library/nginx</c>.</summary>
    public string Repository { get; }

    /// <summary>The tag, such as <c>latest</c>, or the digest, such as <c>sha256:…</c>, which outranks a tag.</summary>
    public string Version { get; }

    /// <summary>Whether it names one content for ever.</summary>
    public bool Pinned => Version.Contains(':', StringComparison.Ordinal);

    /// <summary>The name in full, such as <c>docker.io/library/nginx:latest</c>: the same for all that mean the same image.</summary>
    public string Full => $"{Registry}/{Repository}{(Pinned ? '@' : ':')}{Version}";

    /// <summary>Reads a name; null when it is none.</summary>
    public static ImageReference? Parse(string text)
    {
        if (text.Length > MaxLength || !Form().IsMatch(text))
        {
            return null;
        }

        var (name, digest) = Cut(text, text.IndexOf('@', StringComparison.Ordinal));
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : name[..slash];
        // As engines tell them apart: a host has a dot or a port in it, or is localhost.
        var named = first.Contains('.') || first.Contains(':') || first == "localhost";
        var path = named ? name[(slash + 1)..] : name;
        var (repository, tag) = Cut(path, path.LastIndexOf(':'));
        if (repository.Any(char.IsAsciiLetterUpper))
        {
            return null;
        }

        var registry = named ? (first == "index.docker.io" ? Hub : first) : Hub;
        return new ImageReference(
            text,
            registry,
            registry == Hub && !repository.Contains('/') ? "library/" + repository : repository,
            digest ?? tag ?? "latest"
        );
    }

    /// <inheritdoc/>
    public bool Equals(ImageReference? other) => Full == other?.Full;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageReference);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Full);

    /// <summary>The name as written.</summary>
    public override string ToString() => Written;

    private static (string Before, string? After) Cut(string text, int at) =>
        at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
