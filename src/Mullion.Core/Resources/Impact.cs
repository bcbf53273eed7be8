namespace Mullion.Core.Resources;

/// <summary>What a change does to those who use the host.</summary>
/// <param name="Kind">How far it reaches.</param>
/// <param name="Text">For people, such as <c>engine restart: 12 containers</c>; empty for none.</param>
public sealed record Impact(ImpactKind Kind, string Text)
{
    /// <summary>Nobody notices.</summary>
    public static Impact None { get; } = new(ImpactKind.None, "");
}
