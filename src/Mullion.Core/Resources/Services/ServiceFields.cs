using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Services;

/// <summary>A service as the fields of a state, and back.</summary>
internal static class ServiceFields
{
    public const string State = "state";

    public static ResourceState From(ServiceConfig config, bool running) =>
        new(
            ("displayName", config.DisplayName),
            ("imagePath", config.ImagePath),
            ("start", config.Start.ToString().ToLowerInvariant()),
            ("description", config.Description),
            ("dependencies", string.Join(",", config.Dependencies)),
            ("recovery", config.Recovery.ToString()),
            (State, running ? "running" : "stopped")
        );

    public static ServiceConfig Config(string name, ResourceState state) =>
        new(
            name,
            state["displayName"]!,
            state["imagePath"]!,
            Enum.Parse<ServiceStart>(state["start"]!, ignoreCase: true),
            state["description"]!,
            state["dependencies"]!.Split(',', StringSplitOptions.RemoveEmptyEntries),
            ServiceRecovery.Parse(state["recovery"]!)
        );

    public static bool SameConfig(ResourceState a, ResourceState b) =>
        a.With(State, null).Equals(b.With(State, null));
}
