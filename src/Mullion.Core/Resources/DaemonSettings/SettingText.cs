using Mullion.Core.Secrets;

namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>
/// A setting as it stands in its place: JSON in <c>daemon.json</c>, or the arguments of the service. Which of both, its beginning tells:
/// arguments begin with a dash, and JSON with a dash goes on with a digit.
/// </summary>
internal static class SettingText
{
    /// <summary>Whether it is of the service's arguments.</summary>
    public static bool IsArguments(string? text) => text is ['-', not (>= '0' and <= '9'), ..];

    /// <summary>As it may be shown and kept: a text that may hold a credential is hidden.</summary>
    public static string Shown(EngineKey key, string text) =>
        EngineValue.Credential(Json(key, text)) is null ? text : Redaction.Hidden;

    /// <summary>What it says, as JSON.</summary>
    public static string Json(EngineKey key, string text) =>
        IsArguments(text) ? new ServiceArguments($"x {text}").Json(key) : text;

    /// <summary>Whether it says what is wanted.</summary>
    public static bool Says(EngineKey key, string? text, string json) =>
        text is not null && EngineValue.Same(key, Json(key, text), json);

    /// <summary>What says the wanted value in the place that the setting has; in daemon.json where it has none.</summary>
    public static string Wanted(EngineKey key, string? text, string json) =>
        IsArguments(text)
            ? string.Join(' ', EngineValue.ToArguments(key, json).Select(w => w.Raw))
            : json;
}
