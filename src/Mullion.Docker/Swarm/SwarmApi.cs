using Mullion.Docker.Connections;
using Mullion.Docker.Json;

namespace Mullion.Docker.Swarm;

internal sealed class SwarmApi(DockerConnection connection) : ISwarmApi
{
    public Task<SwarmInfo> InspectAsync(CancellationToken cancellation = default) =>
        connection.GetAsync("/swarm", DockerJson.Default.SwarmInfo, cancellation);

    public Task<string> InitAsync(
        SwarmInitRequest request,
        CancellationToken cancellation = default
    ) =>
        connection.PostAsync(
            "/swarm/init",
            request,
            DockerJson.Default.SwarmInitRequest,
            DockerJson.Default.String,
            cancellation,
            connection.Options.MembershipTimeout
        );

    public Task JoinAsync(SwarmJoinRequest request, CancellationToken cancellation = default) =>
        connection.PostAsync(
            "/swarm/join",
            request,
            DockerJson.Default.SwarmJoinRequest,
            cancellation,
            connection.Options.MembershipTimeout
        );

    public Task LeaveAsync(bool force = false, CancellationToken cancellation = default) =>
        connection.PostAsync(
            "/swarm/leave" + QueryString.Of(("force", QueryString.Flag(force))),
            cancellation,
            connection.Options.MembershipTimeout
        );

    public Task RotateWorkerTokenAsync(CancellationToken cancellation = default) =>
        RotateAsync("rotateWorkerToken", cancellation);

    public Task RotateManagerTokenAsync(CancellationToken cancellation = default) =>
        RotateAsync("rotateManagerToken", cancellation);

    private Task RotateAsync(string which, CancellationToken cancellation) =>
        OptimisticUpdate.RunAsync(async () =>
        {
            var swarm = await InspectAsync(cancellation);
            var query = QueryString.Of(("version", $"{swarm.Version.Index}"), (which, "true"));
            await connection.PostAsync(
                "/swarm/update" + query,
                swarm.Spec,
                DockerJson.Default.JsonElement,
                cancellation
            );
        });
}
