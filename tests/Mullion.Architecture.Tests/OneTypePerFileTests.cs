using System.Text.RegularExpressions;

namespace Mullion.Architecture.Tests;

public sealed partial class OneTypePerFileTests
{
    [Fact]
    public void A_file_holds_one_public_type_and_is_called_like_it() =>
        Rule.Holds(
            Repository.Sources.SelectMany(Violations),
            "whoever knows a type's name finds its file, and a small file is read to its end.",
            "move the type into a file of its own name, in the folder of its feature (parts of a partial type: Type.Part.cs)."
        );

    [Theory]
    [InlineData("public sealed record A;\npublic enum B { }", "holds 2 public types: A, B")]
    [InlineData("public delegate void B(int x);", "holds B")]
    [InlineData("internal static partial class B { }", "holds B")]
    [InlineData("public readonly record struct B(int X);", "holds B")]
    [InlineData("public interface A<T>;\npublic interface A;\ninternal class B;", null)]
    [InlineData("return 0;", null)]
    public void A_misplaced_type_is_found(string text, string? violation) =>
        Violations(new SourceFile("src/X/A.cs", text))
            .ShouldBe(violation is null ? [] : ["src/X/A.cs " + violation]);

    [Fact]
    public void Parts_of_a_partial_type_carry_its_name_first() =>
        Violations(new SourceFile("src/X/A.Parsing.cs", "public partial class A { }"))
            .ShouldBeEmpty();

    private static IEnumerable<string> Violations(SourceFile file)
    {
        var types = TopLevelType().Matches(file.Code);
        var shown = Names(types.Where(match => match.Groups["access"].Value == "public"));
        if (shown.Count > 1)
        {
            return [$"{file.Path} holds {shown.Count} public types: {string.Join(", ", shown)}"];
        }

        var expected = Path.GetFileName(file.Path).Split('.')[0];
        var candidates = shown.Count == 1 ? shown : Names(types);
        return candidates.Count == 0 || candidates.Contains(expected)
            ? []
            : [$"{file.Path} holds {string.Join(", ", candidates)}"];
    }

    private static List<string> Names(IEnumerable<Match> matches) =>
        [.. matches.Select(match => match.Groups["name"].Value).Distinct()];

    // The formatter puts top-level types at the start of a line.
    [GeneratedRegex(
        @"^(?<access>public|internal)\s+(?:(?:sealed|static|abstract|readonly|partial|ref|unsafe|new)\s+)*(?:record\s+(?:class|struct)|record|class|struct|interface|enum|delegate\s+[^\s(]+)\s+(?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex TopLevelType();
}
