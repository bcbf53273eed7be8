using Mullion.Core.Resources;
using Mullion.Core.Secrets;

namespace Mullion.Core.Convergence.Executors;

/// <summary>Resources to make so, with the secrets that go beside them.</summary>
/// <param name="Resources">Resources of the host's side; what they come after and is not among them has been done.</param>
/// <param name="Secrets">By the names that the resources use; never kept.</param>
public sealed record ApplyRequest(IReadOnlyList<Resource> Resources, SecretBag Secrets);
