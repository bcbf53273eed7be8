namespace Mullion.Core.Hosts;

/// <summary>What the service control manager does when a service fails.</summary>
/// <param name="Restarts">The delay before each restart; after the last one it does nothing more.</param>
/// <param name="ResetAfter">After this long without a failure the count starts anew.</param>
public sealed record ServiceRecovery(IReadOnlyList<TimeSpan> Restarts, TimeSpan ResetAfter)
{
    /// <summary>Never restarted.</summary>
    public static ServiceRecovery None { get; } = new([], TimeSpan.Zero);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is none of that form.</exception>
    public static ServiceRecovery Parse(string text)
    {
        if (text == "none")
        {
            return None;
        }

        var halves = text.Split(" reset ");
        var restarts = halves[0]["restart ".Length..].Split(',').Select(Seconds).ToList();
        return new ServiceRecovery(restarts, Seconds(halves[1]));

        static TimeSpan Seconds(string s) => TimeSpan.FromSeconds(long.Parse(s.TrimEnd('s')));
    }

    /// <summary>For people and for the journal, such as <c>restart 15s,15s reset 86400s</c>.</summary>
    public override string ToString() =>
        Restarts.Count == 0
            ? "none"
            : $"restart {string.Join(',', Restarts.Select(r => $"{(long)r.TotalSeconds}s"))} reset {(long)ResetAfter.TotalSeconds}s";
}
