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

    /// <summary>Keys whose present value may be a credential: it would have to stand in the journal, to be put back.</summary>
    public static IEnumerable<Finding> Credentials(EnginePlaces places, EngineSettings resource) =>
        from key in resource.Keys
        let text = places[key]
        where text is not null
        let what = EngineValue.Credential(SettingText.Json(EngineKeys.All[key], text))
        where what is not null
        select Finding.Refuse(
            "setting-credential",
            $"{key} of the engine holds what may be a credential ({what}). To put it back later, Mullion would have to write it down.",
            $"Take {key} out of engine.settings and keep it by hand: other keys of the engine stay as they are."
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
