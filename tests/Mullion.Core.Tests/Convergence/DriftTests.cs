using System.Collections.Frozen;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Resources;
using Mullion.Core.Resources.Firewall;
using Mullion.Core.Scripts;

namespace Mullion.Core.Tests.Convergence;

public sealed class DriftTests
{
    private static readonly ResourceState Applied = new(("ports", "7946"), ("state", "running"));
    private readonly IProvider _provider = new Plain();

    [Fact]
    public void What_others_changed_stays_and_the_rest_goes_back()
    {
        var prior = new ResourceState(("ports", "1"), ("state", "stopped"), ("start", "manual"));
        var actual = Applied.With("ports", "9999");

        var target = Drift.Target(_provider, Owned(prior), actual);

        target.Left.ShouldBe(["ports"]);
        target.State.ShouldBe(prior.With("ports", "9999"));
    }

    [Fact]
    public void What_changes_by_itself_is_nobodys_change()
    {
        var actual = Applied.With("state", "stopped");

        Drift.Target(_provider, Owned(null), actual).Left.ShouldBeEmpty();
        Drift.Same(_provider, Applied, actual).ShouldBeTrue();
    }

    [Fact]
    public void Half_a_change_goes_back_whole()
    {
        var owned = Owned(null) with { Confirmed = false, Applied = null };

        Drift.Target(_provider, owned, Applied.With("ports", "half")).State.ShouldBeNull();
    }

    [Fact]
    public void What_is_gone_already_is_as_it_was()
    {
        Drift.Target(_provider, Owned(null), actual: null).Left.ShouldBeEmpty();
    }

    private static OwnedResource Owned(ResourceState? prior) =>
        new(
            Samples.Blueprint().Resources.OfType<FirewallOpening>().First(),
            new Prior(prior, []),
            Confirmed: true,
            Applied
        );

    private sealed class Plain : Provider<FirewallOpening>
    {
        public override IReadOnlySet<string> Volatile { get; } = FrozenSet.Create("state");

        protected override ResourceState Desired(FirewallOpening resource) => Applied;

        protected override ResourceScript Render(FirewallOpening resource) =>
            new("", PowerShellText.Of($""));

        protected override Task<ResourceState?> ReadAsync(
            FirewallOpening resource,
            CancellationToken cancellation
        ) => Task.FromResult<ResourceState?>(Applied);

        protected override Task<StepOutcome> ApplyAsync(
            FirewallOpening resource,
            ResourceState? actual,
            StepContext context,
            CancellationToken cancellation
        ) => Task.FromResult(StepOutcome.Done);

        protected override Task<StepOutcome> RevertAsync(
            FirewallOpening resource,
            Prior prior,
            StepContext context,
            CancellationToken cancellation
        ) => Task.FromResult(StepOutcome.Done);
    }
}
