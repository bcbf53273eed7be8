using System.Text.RegularExpressions;
using Mullion.Core;
using Mullion.Docker.Connections;

namespace Mullion.Docker.Contexts;

/// <summary>
/// A client bundle as UCP and MKE hand it out: a folder with <c>ca.pem</c>, <c>cert.pem</c>, <c>key.pem</c>, and an
/// <c>env.sh</c> that says where the engine is. Only the line with DOCKER_HOST is read; nothing is run.
/// </summary>
public static partial class ClientBundle
{
    /// <summary>The engine of a bundle.</summary>
    /// <param name="folder">The unpacked bundle.</param>
    /// <exception cref="MullionException">It is not complete, or names no engine; names the file.</exception>
    public static DockerEndpoint Read(string folder)
    {
        var file = Path.Combine(folder, "env.sh");
        var what = $"The client bundle {folder}";
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MullionException(
                $"{what} cannot be used: {e.Message.TrimEnd('.')}.",
                "Name the folder of an unpacked client bundle: ca.pem, cert.pem, key.pem and env.sh.",
                e
            );
        }

        // As in a shell, the last one counts.
        return HostLine().Matches(text).LastOrDefault() is { } line
            ? Engines.Parse(
                line.Groups["host"].Value,
                TlsFolder.All(folder, what),
                $"DOCKER_HOST in {file}"
            )
            : throw new MullionException(
                $"{file} does not set DOCKER_HOST.",
                "Add export DOCKER_HOST=tcp://HOST:443 as the bundle had it, or write manager: tcp://HOST:443 with tls."
            );
    }

    [GeneratedRegex(
        """^[ \t]*(export[ \t]+)?DOCKER_HOST=(?<quote>["']?)(?<host>[^"'\s#;]+)\k<quote>[ \t]*(;.*|#.*)?\r?$""",
        RegexOptions.Multiline
    )]
    private static partial Regex HostLine();
}
