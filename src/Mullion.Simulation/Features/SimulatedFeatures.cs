using Mullion.Core.Hosts;
using Mullion.Simulation.Quirks;

namespace Mullion.Simulation.Features;

/// <summary>Optional features of a simulated host.</summary>
public sealed class SimulatedFeatures : IHostFeatures
{
    private readonly SimulatedHost _host;

    internal SimulatedFeatures(SimulatedHost host) => _host = host;

    private Dictionary<string, FeatureState> States => _host.State.Features;

    /// <inheritdoc/>
    public FeatureState Find(string name) =>
        _host.Gate.Run("features.find", name, () => Existing("features.find", name));

    /// <inheritdoc/>
    public Task EnableAsync(string name, CancellationToken cancellation) =>
        ChangeAsync("features.enable", name, on: true, cancellation);

    /// <inheritdoc/>
    public Task DisableAsync(string name, CancellationToken cancellation) =>
        ChangeAsync("features.disable", name, on: false, cancellation);

    /// <summary>Sets a feature's state beneath the gate; what the feature brings comes and goes with the next boot.</summary>
    public void Put(string name, FeatureState state)
    {
        lock (_host.Sync)
        {
            States[name] = state;
        }
    }

    /// <summary>Pending changes take effect, as they do while Windows starts.</summary>
    internal void OnBoot()
    {
        foreach (var (name, state) in States.ToList())
        {
            States[name] = state switch
            {
                FeatureState.EnablePending => FeatureState.Enabled,
                FeatureState.DisablePending => FeatureState.Disabled,
                _ => state,
            };
        }

        ContainersFeature.Apply(_host);
    }

    private Task ChangeAsync(
        string operation,
        string name,
        bool on,
        CancellationToken cancellation
    ) =>
        _host.Gate.RunAsync(
            operation,
            name,
            () =>
                IsOn(Existing(operation, name)) == on
                    ? TimeSpan.Zero
                    : FeatureTakesTime.Time(_host),
            () =>
            {
                if (IsOn(Existing(operation, name)) != on)
                {
                    Change(name, on);
                }
            },
            cancellation
        );

    private void Change(string name, bool on)
    {
        if (_host.Has(FeatureNeedsReboot.Quirk))
        {
            // A change that was taken back before its restart is a change too: servicing undoes it at the restart.
            States[name] = on ? FeatureState.EnablePending : FeatureState.DisablePending;
            _host.WantReboot(FeatureNeedsReboot.Reason);
        }
        else
        {
            States[name] = on ? FeatureState.Enabled : FeatureState.Disabled;
            ContainersFeature.Apply(_host);
        }
    }

    private static bool IsOn(FeatureState state) =>
        state is FeatureState.Enabled or FeatureState.EnablePending;

    private FeatureState Existing(string operation, string name) =>
        States.TryGetValue(name, out var state)
            ? state
            : throw _host.Error(operation, name, WindowsError.UnknownFeature);
}
