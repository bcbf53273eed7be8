namespace Mullion.Core.Secrets;

/// <summary>Tells by its name or form what carries a credential, so that it is not taken where plans and journals would show it.</summary>
internal static class Credentials
{
    // Parts of the names by which storage services, forges and log services hand out access.
    private static readonly string[] Names =
    [
        "sig",
        "token",
        "key",
        "secret",
        "password",
        "credential",
    ];

    /// <summary>Whether a query parameter or an option of this name may hold one.</summary>
    public static bool IsName(string name) =>
        Names.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a text is a URL that carries one.</summary>
    public static bool InUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.UserInfo.Length > 0 || InQuery(url.Query));

    private static bool InQuery(string query) =>
        query
            .TrimStart('?')
            .Split('&', ';')
            .Select(parameter => parameter.Split('=')[0])
            .Any(IsName);
}
