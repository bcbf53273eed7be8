using System.Globalization;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>Times as Go prints them: RFC 3339 in UTC, fractions without trailing zeros.</summary>
internal static class DockerTime
{
    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
