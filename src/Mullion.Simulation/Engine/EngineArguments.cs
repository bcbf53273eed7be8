using Mullion.Core.Resources.DaemonSettings;

namespace Mullion.Simulation.Engine;

/// <summary>The arguments with which a dockerd is started, as pflag reads them; quotes around spaces are all that is known of quoting.</summary>
internal static class EngineArguments
{
    /// <summary>Values by the name that a setting has in <c>daemon.json</c>, or by the flag's own where it has none there.</summary>
    public static Dictionary<string, List<string>> Read(string imagePath)
    {
        var words = imagePath.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is not ['-', ..])
            {
                continue;
            }

            var name = words[i].StartsWith("--", StringComparison.Ordinal)
                ? words[i][2..].Split('=')[0]
                : words[i][1..2];
            var key = EngineKeys.All.Values.FirstOrDefault(k =>
                k.Flag == name || (name.Length == 1 && k.Letter == name[0])
            );
            var equals = words[i].IndexOf('=');
            var next = i + 1 < words.Length && words[i + 1] is not ['-', ..];
            var value =
                equals > 0 ? words[i][(equals + 1)..]
                : key?.Kind is EngineKeyKind.Switch || !next ? "true"
                : words[++i];
            if (!found.TryGetValue(key?.Name ?? name, out var values))
            {
                found[key?.Name ?? name] = values = [];
            }

            values.Add(value.Trim('"'));
        }

        return found;
    }
}
