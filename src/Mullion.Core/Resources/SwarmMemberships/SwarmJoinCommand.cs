namespace Mullion.Core.Resources.SwarmMemberships;

/// <summary>The words of <c>docker swarm join</c> for a membership, without the token.</summary>
public static class SwarmJoinCommand
{
    /// <summary>The whole command in one line, for any shell: addresses need no quotes.</summary>
    /// <param name="membership">The membership.</param>
    /// <param name="token">The join token, or what stands for it.</param>
    public static string Line(SwarmMembership membership, string token) =>
        string.Join(
            ' ',
            [
                "docker",
                "swarm",
                "join",
                "--token",
                token,
                .. Options(membership),
                membership.Managers[0],
            ]
        );

    /// <summary>All options but <c>--token</c>, and not the manager, which stands last.</summary>
    public static IReadOnlyList<string> Options(SwarmMembership membership) =>
        [
            "--listen-addr",
            membership.ListenAddress,
            .. membership.AdvertiseAddress is { } advertise
                ? ["--advertise-addr", advertise]
                : Array.Empty<string>(),
            .. membership.DataPathAddress is { } data
                ? ["--data-path-addr", data]
                : Array.Empty<string>(),
            "--availability",
            membership.Availability,
        ];
}
