using System.Text;
using System.Text.Json;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.DaemonSettings;
using Mullion.Simulation.Files;

namespace Mullion.Simulation.Engine;

/// <summary>What dockerd makes of its service arguments and <c>daemon.json</c>.</summary>
/// <param name="DataRoot">Its data folder.</param>
/// <param name="Hosts">Where it listens.</param>
/// <param name="Tls">The files with which it guards its TCP ports; null when it does not.</param>
/// <param name="Error">Why it would not start; null when it would.</param>
internal sealed record EngineConfiguration(
    string DataRoot,
    IReadOnlyList<string> Hosts,
    EngineTlsFiles? Tls,
    string? Error
)
{
    /// <summary>Where dockerd looks when no argument names another file.</summary>
    public const string DefaultFile = HostPaths.EngineData + @"\config\daemon.json";

    /// <summary>Where it listens when nothing says otherwise.</summary>
    public const string Pipe = "npipe://";

    /// <summary>Reads both; the same key in both is refused, as dockerd refuses it.</summary>
    public static EngineConfiguration Read(FileStore files, string imagePath)
    {
        var arguments = EngineArguments.Read(imagePath);
        var file = arguments.GetValueOrDefault("config-file")?[^1] ?? DefaultFile;
        if (files.Find(file) is not { IsDirectory: false } config)
        {
            return Of(arguments, null);
        }

        try
        {
            // dockerd's JSON reader knows no comments and no comma behind the last key.
            using var json = JsonDocument.Parse(Text(config.Content.Span));
            var keys = json.RootElement.EnumerateObject().Select(p => p.Name).ToList();
            var unknown = keys.Where(k => !EngineKeys.All.ContainsKey(k)).ToList();
            var twice = keys.Where(arguments.ContainsKey).ToList();
            foreach (var key in json.RootElement.EnumerateObject())
            {
                arguments.TryAdd(key.Name, [.. Values(key.Value)]);
            }

            return Of(
                arguments,
                unknown.Count > 0
                        ? Because(
                            file,
                            "the following directives don't match any configuration option: "
                                + string.Join(", ", unknown)
                        )
                    : twice.Count > 0
                        ? Because(
                            file,
                            "the following directives are specified both as a flag and in the configuration file: "
                                + string.Join(", ", twice)
                        )
                    : null
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Of(arguments, Because(file, e.Message));
        }
    }

    private static EngineConfiguration Of(Dictionary<string, List<string>> settings, string? error)
    {
        var verify = settings.ContainsKey("tlsverify");
        return new EngineConfiguration(
            settings.GetValueOrDefault("data-root")?[^1] ?? HostPaths.EngineData,
            settings.GetValueOrDefault("hosts") ?? [Pipe],
            verify || settings.GetValueOrDefault("tls")?[^1] == "true"
                ? new EngineTlsFiles(
                    verify,
                    settings.GetValueOrDefault("tlscacert")?[^1] ?? "ca.pem",
                    settings.GetValueOrDefault("tlscert")?[^1] ?? "cert.pem",
                    settings.GetValueOrDefault("tlskey")?[^1] ?? "key.pem"
                )
                : null,
            error
        );
    }

    private static string Because(string file, string why) =>
        $"unable to configure the Docker daemon with file {file}: {why}";

    private static string Text(ReadOnlySpan<byte> content)
    {
        foreach (
            var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }
        )
        {
            if (content.StartsWith(encoding.Preamble))
            {
                return encoding.GetString(content[encoding.Preamble.Length..]);
            }
        }

        return Encoding.UTF8.GetString(content);
    }

    private static IEnumerable<string> Values(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().SelectMany(Values)
            : [value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()];
}
