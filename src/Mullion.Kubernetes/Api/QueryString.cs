namespace Mullion.Kubernetes.Api;

/// <summary>Query strings.</summary>
internal static class QueryString
{
    /// <summary><c>?a=1&amp;b=2</c> of what is not null; empty when all is null.</summary>
    public static string Of(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var query = new System.Text.StringBuilder();
        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                query
                    .Append(query.Length == 0 ? '?' : '&')
                    .Append(name)
                    .Append('=')
                    .Append(Uri.EscapeDataString(value));
            }
        }

        return query.ToString();
    }
}
