using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Plans;

/// <summary>What taking a resource back should leave.</summary>
/// <param name="State">The state to leave; null for nothing.</param>
/// <param name="Left">Fields that others changed and that therefore stay.</param>
internal sealed record DriftTarget(ResourceState? State, IReadOnlyList<string> Left);
