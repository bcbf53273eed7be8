using Mullion.Docker;
using Mullion.Docker.Connections;

namespace Mullion.Swarm.Orchestration;

/// <summary>Why a manager cannot answer, so that another one may be asked the same.</summary>
/// <param name="Manager">Which.</param>
/// <param name="Reason">A phrase.</param>
/// <param name="Electing">It has lost its leader, which the managers replace within seconds.</param>
internal sealed record Absence(DockerEndpoint Manager, string Reason, bool Electing)
{
    /// <summary>What an error says of the manager that was asked; null when it did answer, and refused.</summary>
    public static Absence? Of(DockerEndpoint manager, Exception error) =>
        error switch
        {
            DockerConnectionException e => new(manager, e.Reason, false),
            NotManagerException e => new(manager, e.Reason, IsElecting(e.Reason)),
            DockerApiException e when IsElecting(e.EngineMessage) => new(
                manager,
                e.EngineMessage.TrimEnd('.'),
                true
            ),
            DockerApiException e
                when e.EngineMessage.Contains(
                    "not a swarm manager",
                    StringComparison.OrdinalIgnoreCase
                ) => new(manager, "it is no manager any more", false),
            _ => null,
        };

    // swarmkit's words (manager/state/raft): "The swarm does not have a leader. It's possible that too few managers are online."
    private static bool IsElecting(string text) =>
        text.Contains("not have a leader", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => $"{Manager}: {Reason}";
}
