namespace Mullion.Simulation.Localisation;

/// <summary>Windows' text for an error, in the host's language, as FormatMessage gives it.</summary>
internal static class WindowsText
{
    /// <summary>The text; where this table has none, what FormatMessage leaves: nothing but the code.</summary>
    public static string Of(int code, HostLanguage language)
    {
        var texts = language switch
        {
            HostLanguage.German => GermanTexts.Errors,
            HostLanguage.Spanish => SpanishTexts.Errors,
            HostLanguage.Chinese => ChineseTexts.Errors,
            _ => EnglishTexts.Errors,
        };
        return texts.TryGetValue(code, out var text) ? text
            : EnglishTexts.Errors.TryGetValue(code, out var english) ? english
            : $"0x{code:X8}";
    }
}
