using System.Collections.Frozen;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.SwarmMemberships;

/// <summary>
/// Joins and leaves through the engine. Idempotent: the engine is asked first what it is; a join that goes on in the background
/// is waited for, not repeated.
/// </summary>
internal sealed class SwarmMembershipProvider(IHost host) : Provider<SwarmMembership>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly SettledEngine _engine = new(host);
    private readonly MembershipReader _reader = new(host);
    private readonly ManagerCheck _managers = new(host);
    private readonly MembershipChecks _checks = new(host);

    public override IReadOnlySet<string> Volatile { get; } =
        FrozenSet.Create(
            MembershipReader.State,
            MembershipReader.Error,
            // The managers give it, and give another one to a host that joins again.
            MembershipReader.NodeId
        );

    // With other addresses it is still this node's membership in this swarm; in another swarm it is somebody else's.
    public override IReadOnlySet<string> Editable { get; } =
        FrozenSet.Create(
            MembershipReader.ListenAddress,
            MembershipReader.AdvertiseAddress,
            MembershipReader.DataPathAddress
        );

    protected override ResourceState Desired(SwarmMembership resource) =>
        new ResourceState(
            (MembershipReader.State, "active"),
            (MembershipReader.Cluster, resource.RootDigest),
            (MembershipReader.ListenAddress, resource.ListenAddress)
        )
            .With(MembershipReader.AdvertiseAddress, resource.AdvertiseAddress)
            .With(MembershipReader.DataPathAddress, resource.DataPathAddress);

    protected override IReadOnlyList<FieldChange> Diff(
        SwarmMembership resource,
        ResourceState? actual
    )
    {
        var changes = base.Diff(resource, actual);
        return actual is null
            ? [.. changes, new FieldChange(MembershipReader.NodeId, null, null, resource.Id)]
            : changes;
    }

    // What the spec leaves to the engine is the engine's to change, and comes late after a join.
    protected override async Task<ResourceState?> ReadAsync(
        SwarmMembership resource,
        CancellationToken cancellation
    )
    {
        var state = await _reader.ReadAsync(cancellation);
        state = resource.AdvertiseAddress is null
            ? state?.With(MembershipReader.AdvertiseAddress, null)
            : state;
        return resource.DataPathAddress is null
            ? state?.With(MembershipReader.DataPathAddress, null)
            : state;
    }

    protected override ResourceScript Render(SwarmMembership resource) =>
        SwarmMembershipScript.Of(resource);

    protected override async Task<IReadOnlyList<Finding>> CheckAsync(
        SwarmMembership resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var cluster = context.Actual?[MembershipReader.Cluster];
        if (cluster is not null && cluster != resource.RootDigest)
        {
            return
            [
                Finding.Refuse(
                    "other-swarm",
                    $"The host is a member of another swarm (root CA {cluster}, node {context.Actual![MembershipReader.NodeId]}), not of {resource.Name}.",
                    "Take it out there first (docker swarm leave, then docker node rm on a manager), or use another host."
                ),
            ];
        }

        if (cluster is null)
        {
            return await _managers.CheckAsync(resource, cancellation);
        }

        var differs = context.Owned ? [] : Diff(resource, context.Actual);
        return differs.Count == 0
            ? await _checks.OfAsync(resource, cancellation)
            :
            [
                Finding.Refuse(
                    "joined-otherwise",
                    $"The host is in the swarm {resource.Name} already, by somebody else's doing, and differs: {string.Join("; ", differs)}.",
                    "Put these values in the spec to take it as it is, or leave the swarm first (docker swarm leave, then docker node rm on a manager)."
                ),
            ];
    }

    // What stands from an earlier swarm is somebody else's.
    protected override async Task<IReadOnlyList<string>> SurveyAsync(
        SwarmMembership resource,
        CancellationToken cancellation
    ) =>
        [
            .. (await new EngineNetworks(host).OverlaysAsync(cancellation)).Select(
                EngineNetworks.Place
            ),
        ];

    // Joining makes the overlay network ingress, and the vSwitch under it takes the NIC for 2 to 3 s (captured; hcn.md, 8).
    protected override Task<Impact> ImpactAsync(
        SwarmMembership resource,
        ResourceState? actual,
        CancellationToken cancellation
    ) => Task.FromResult(new Impact(ImpactKind.NetworkCut, "connection cut about 3 s"));

    protected override async Task<Impact> RevertImpactAsync(
        SwarmMembership resource,
        Prior prior,
        CancellationToken cancellation
    ) =>
        await _reader.ReadAsync(cancellation) is null
        && (await new SwarmExit(host).OverlaysAsync(prior, cancellation)).Count == 0
            ? Impact.None
            : new Impact(ImpactKind.NetworkCut, "connection cut about 3 s");

    protected override async Task<StepOutcome> ApplyAsync(
        SwarmMembership resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var addresses = new AddressWatch(host, resource);
        var now = await ReadAsync(resource, cancellation);
        var info = await _engine.AnsweringAsync(cancellation);
        if (
            info.Swarm.State is not "inactive"
            && (info.Swarm.State == "error" || Differs(resource, now))
        )
        {
            context.Report($"leaving: {Why(info)}");
            await host.Engine.LeaveSwarmAsync(force: true, cancellation);
            info = await _engine.AnsweringAsync(cancellation);
        }

        if (info.Swarm.State == "inactive")
        {
            context.Report($"joining {string.Join(", ", resource.Managers)}");
            await JoinAsync(resource, context, cancellation);
        }

        await ActiveAsync(cancellation);
        await addresses.BackAsync(context.Report, cancellation);
        return StepOutcome.Done;
    }

    protected override async Task<StepOutcome> RevertAsync(
        SwarmMembership resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        await new SwarmExit(host).LeaveAsync(resource, prior, context.Report, cancellation);
        return StepOutcome.Done;
    }

    private async Task JoinAsync(
        SwarmMembership resource,
        StepContext context,
        CancellationToken cancellation
    )
    {
        try
        {
            await host.Engine.JoinSwarmAsync(
                new SwarmJoin(
                    resource.Managers,
                    context.Secrets[resource.TokenSecret],
                    resource.ListenAddress,
                    resource.AdvertiseAddress,
                    resource.DataPathAddress,
                    resource.Availability
                ),
                cancellation
            );
        }
        catch (HostException e)
        {
            throw JoinFailure.Of(resource, e);
        }
    }

    private bool Differs(SwarmMembership resource, ResourceState? now) =>
        Diff(resource, now).Any(c => c.Field is not MembershipReader.State);

    private static string Why(EngineInfo info) =>
        info.Swarm.Error.Length > 0 ? info.Swarm.Error : "the spec wants other addresses";

    private Task ActiveAsync(CancellationToken cancellation) =>
        Poll.UntilAsync(
            host.Clock,
            Limit,
            () => _engine.AnsweringAsync(cancellation),
            i =>
                i.Swarm.State switch
                {
                    "active" => true,
                    "pending" => false,
                    _ => throw new MullionException(
                        $"The engine did not become a worker: {i.Swarm.State}{(i.Swarm.Error.Length > 0 ? ", " + i.Swarm.Error : "")}.",
                        "Mend what it names and run the command again."
                    ),
                },
            i =>
                $"The engine is still joining after {Limit.TotalMinutes:0} minutes{(i.Swarm.Error.Length > 0 ? ": " + i.Swarm.Error : "")}.",
            cancellation
        );
}
