using System.Text.RegularExpressions;

namespace Mullion.Architecture.Tests;

public sealed partial class BuildMachineTests
{
    private const int LargestText = 4 * 1024 * 1024;

    [Fact]
    public void No_file_names_a_path_of_the_machine_it_was_made_on() =>
        Rule.Holds(
            from file in Repository.Files
            from violation in Violations(file, Text(file), Repository.Root)
            select violation,
            "such a path works for one person, and tells others about their machine.",
            "write it relative to the repository, or as ~ or $HOME."
        );

    [Theory]
    [InlineData("see /ro" + "ot/x", true)]
    [InlineData("\"/ho" + "me/ada/mullion\"", true)]
    [InlineData("in /builds/ada/mullion/src", true)]
    [InlineData("https://example.org/home/ada/", false)]
    [InlineData("~/home/x, $HOME/work/x, chroot/x", false)]
    [InlineData("/builds/ada/mullionette", false)]
    public void A_path_of_a_machine_is_found(string text, bool found) =>
        Violations("A.md", text, "/builds/ada/mullion").Any().ShouldBe(found);

    private static IEnumerable<string> Violations(string file, string text, string root)
    {
        var found = HomeOfSomebody().Matches(text).AsEnumerable();

        // A clone straight below the root of the file system ("/src") has a name that means other things too.
        if (root.Trim('/', '\\').IndexOfAny(['/', '\\']) > 0)
        {
            found = found.Concat(
                Regex.Matches(text, $@"(?<![\w.]){Regex.Escape(root)}(?![\w-])", RegexOptions.None)
            );
        }

        var source = new SourceFile(file, text);
        return found.Select(match => $"{source.At(text, match.Index)} {match.Value}").Distinct();
    }

    private static string Text(string file)
    {
        var path = Path.Combine(Repository.Root, file);
        if (new FileInfo(path).Length > LargestText)
        {
            return "";
        }

        var text = File.ReadAllText(path);
        return text.Contains('\0', StringComparison.Ordinal) ? "" : text;
    }

    [GeneratedRegex(@"(?<![\w.~$}/:-])/(?:ro[o]t|wo[r]k|ho[m]e/\w+|Us[e]rs/\w+)/")]
    private static partial Regex HomeOfSomebody();
}
