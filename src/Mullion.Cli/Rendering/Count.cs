namespace Mullion.Cli.Rendering;

/// <summary>Numbers of things in words.</summary>
internal static class Count
{
    /// <summary><c>1 node</c>, <c>2 nodes</c>.</summary>
    public static string Of(int count, string thing) =>
        count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
