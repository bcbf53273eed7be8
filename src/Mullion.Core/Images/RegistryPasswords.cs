using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources.EngineImages;

namespace Mullion.Core.Images;

/// <summary>The passwords of a spec's registries, by the names under which they travel. Never shown as text.</summary>
public sealed class RegistryPasswords(IReadOnlyDictionary<string, string> passwords)
{
    /// <summary>Those that a plan needs, and no others.</summary>
    public IEnumerable<KeyValuePair<string, string>> Secrets(NodePlan plan)
    {
        var needed = (plan.Blueprint?.Resources ?? [])
            .OfType<EngineImage>()
            .Where(i => plan.Plan.Steps.Any(s => s.Id == i.Id && s.Changing))
            .Select(i => i.PasswordSecret)
            .ToHashSet();
        return passwords.Where(p => needed.Contains(p.Key));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{passwords.Count} passwords";
}
