using Mullion.Core.Secrets;

namespace Mullion.Core.Resources;

/// <summary>What a provider is given while it changes something.</summary>
/// <param name="Secrets">Secrets by the names that resources use.</param>
/// <param name="Report">Tells people how far it is; never with a secret.</param>
public sealed record StepContext(SecretBag Secrets, Action<string> Report);
