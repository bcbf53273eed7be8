using Mullion.Core.Specs;

namespace Mullion.Cli.Rendering;

/// <summary>What is wrong with a spec, in the form that editors turn into a link: <c>file:line:column</c>.</summary>
internal static class SpecErrorText
{
    public static void Write(Screen screen, SpecError error)
    {
        var place = error.Line > 0 ? $"{error.File}:{error.Line}:{error.Column}" : error.File;
        screen.Write($"{place}: ", Style.Strong);
        screen.Write(error.Path.Length > 0 ? $"{error.Path}: " : "");
        screen.Line(
            error.Value is null ? error.Reason : $"{error.Reason} (value \"{error.Value}\")"
        );
        screen.Line($"  fix: {error.Fix}");
    }
}
