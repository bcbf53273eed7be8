using System.Globalization;
using Mullion.Core;
using YamlDotNet.RepresentationModel;

namespace Mullion.Kubernetes.Configuration;

/// <summary>A cluster, user or context of a kubeconfig.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Kind"><c>cluster</c>, <c>user</c> or <c>context</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Body">What it holds.</param>
internal sealed record KubeconfigEntry(
    string File,
    string Kind,
    string Name,
    long Line,
    YamlMappingNode Body
)
{
    /// <summary>A text; null when it is missing or empty.</summary>
    public string? Text(string key) =>
        YamlValues.Find(Body, key) is null or YamlScalarNode
            ? YamlValues.Text(Body, key)
            : throw Wrong($"has a {key} that is no single value", "Write one value.", key);

    /// <summary>A yes or no; no when it is missing.</summary>
    public bool Flag(string key) =>
        Text(key) switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw Wrong(
                $"has a {key} that is neither true nor false",
                "Write true or false.",
                key
            ),
        };

    /// <summary>The bytes of a base64 text, as text; null when it is missing.</summary>
    public string? Decoded(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        try
        {
            return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw Wrong(
                $"has a {key} that is not base64",
                "Copy it whole, or make it with `base64 -w0 FILE`.",
                key
            );
        }
    }

    /// <summary>The full path of a file; null when none is named.</summary>
    public string? FilePath(string key) => Text(key) is { } path ? Resolve(path) : null;

    /// <summary>A path that counts from the folder of this file.</summary>
    public string Resolve(string path) =>
        Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(File)) ?? "/");

    /// <summary>An error of this entry.</summary>
    public MullionException Wrong(string reason, string fix, string? key = null)
    {
        var line = key is null ? Line : YamlValues.Line(Body, key) ?? Line;
        return new(
            $"{File}, line {line.ToString(CultureInfo.InvariantCulture)}: the {Kind} {Name} {reason}.",
            fix
        );
    }
}
