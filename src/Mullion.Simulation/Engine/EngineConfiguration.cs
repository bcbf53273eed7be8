using System.Text;
using System.Text.Json;
using Mullion.Core.Hosts;
using Mullion.Simulation.Files;

namespace Mullion.Simulation.Engine;

/// <summary>What dockerd makes of its service arguments and <c>daemon.json</c>.</summary>
/// <param name="DataRoot">Its data folder.</param>
/// <param name="Error">Why it would not start; null when it would.</param>
internal sealed record EngineConfiguration(string DataRoot, string? Error)
{
    /// <summary>Where dockerd looks when no argument names another file.</summary>
    public const string DefaultFile = HostPaths.EngineData + @"\config\daemon.json";

    /// <summary>Reads both; the same key in both is refused, as dockerd refuses it.</summary>
    public static EngineConfiguration Read(FileStore files, string imagePath)
    {
        var arguments = Arguments(imagePath);
        var file = arguments.GetValueOrDefault("config-file", DefaultFile);
        var fromFlag = arguments.GetValueOrDefault("data-root");
        if (files.Find(file) is not { IsDirectory: false } config)
        {
            return new EngineConfiguration(fromFlag ?? HostPaths.EngineData, null);
        }

        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(config.Content.Span));
            var keys = json.RootElement.EnumerateObject().Select(p => p.Name).ToList();
            var twice = keys.FirstOrDefault(arguments.ContainsKey);
            var root = json.RootElement.TryGetProperty("data-root", out var value)
                ? value.GetString()
                : null;
            return new EngineConfiguration(
                fromFlag ?? root ?? HostPaths.EngineData,
                twice is null
                    ? null
                    : "unable to configure the Docker daemon with file "
                        + $"{file}: the following directives are specified both as a flag and in the configuration file: {twice}"
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new EngineConfiguration(
                fromFlag ?? HostPaths.EngineData,
                $"unable to configure the Docker daemon with file {file}: {e.Message}"
            );
        }
    }

    private static Dictionary<string, string> Arguments(string imagePath)
    {
        var words = imagePath.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
            {
                continue;
            }

            var name = words[i][2..];
            var equals = name.IndexOf('=');
            if (equals > 0)
            {
                found[name[..equals]] = name[(equals + 1)..].Trim('"');
            }
            else
            {
                found[name] = i + 1 < words.Length ? words[i + 1].Trim('"') : "";
            }
        }

        return found;
    }
}
