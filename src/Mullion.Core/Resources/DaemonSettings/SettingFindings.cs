using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Engines;

namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>What stands in the way of changing an engine's settings.</summary>
internal static class SettingFindings
{
    /// <summary>Keys that stand in both places.</summary>
    public static IEnumerable<Finding> Twice(EnginePlaces places, EngineSettings resource) =>
        resource
            .Keys.Where(places.Twice)
            .Select(key =>
                Finding.Refuse(
                    "setting-twice",
                    $"{key} is set both in the arguments of the service {SettledEngine.Service} and in {places.File.Path}; the engine will not start again like that.",
                    $"Remove it from one of them; {places.File.Path} is the easier one to keep."
                )
            );

    /// <summary>A file that cannot be written.</summary>
    public static IEnumerable<Finding> ReadOnly(IHost host, EnginePlaces places) =>
        host.Files.Find(places.File.Path) is { ReadOnly: true }
            ?
            [
                Finding.Refuse(
                    "daemon-json-read-only",
                    $"{places.File.Path} has the attribute read-only and cannot be changed.",
                    $"attrib -r \"{places.File.Path}\", unless somebody wants it so: another tool may own the file."
                ),
            ]
            : [];
}
