using System.Text.RegularExpressions;

namespace Mullion.Architecture.Tests;

public sealed partial class UnfinishedWorkTests
{
    [Fact]
    public void Nothing_is_left_for_later_in_the_code() =>
        Rule.Holds(
            Repository.Sources.SelectMany(file => Find(Unfinished(), file, file.Text)),
            "a note in the code is read by nobody who decides; what does not work must not look as if it did.",
            "do it, or take it out and say what is missing in an issue or in the documentation."
        );

    [Fact]
    public void No_test_is_switched_off() =>
        Rule.Holds(
            Repository.TestSources.SelectMany(file =>
                Find(SwitchedOff(), file, file.Code)
                    .Where(violation =>
                        !violation.Contains("SkipUnless") && !violation.Contains("SkipWhen")
                    )
            ),
            "a test that never runs proves nothing and looks like one that does.",
            "repair or delete it; what this machine cannot run calls Assert.Skip with the reason, or says SkipUnless."
        );

    [Theory]
    [InlineData("// TO" + "DO: later", true)]
    [InlineData("throw new Not" + "ImplementedException();", true)]
    [InlineData("var hackathon = 1;", false)]
    public void A_note_for_later_is_found(string text, bool found) =>
        Find(Unfinished(), new SourceFile("src/A.cs", text), text).Any().ShouldBe(found);

    private static IEnumerable<string> Find(Regex what, SourceFile file, string text) =>
        what.Matches(text).Select(match => $"{file.At(text, match.Index)} {match.Value}");

    [GeneratedRegex(@"\b(?:TO[D]O|FIX[M]E|HA[C]K|XX[X]|Not[I]mplementedException)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(
        """\[(?:Fact|Theory|InlineData|Property)\([^\]]*\b(?:Sk[i]p|Exp[l]icit)\s*=[^\]]*\]"""
    )]
    private static partial Regex SwitchedOff();
}
