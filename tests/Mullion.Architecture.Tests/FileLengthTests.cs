namespace Mullion.Architecture.Tests;

public sealed class FileLengthTests
{
    private const int Limit = 250;
    private const string Reason = "// Long because: ";

    [Fact]
    public void Long_files_say_why() =>
        Rule.Holds(
            Repository.ShippedSources.SelectMany(Violations),
            "a long file usually does two things, and nobody reads it to its end.",
            $"split it by what it does; where one file is truly better, a line `{Reason}…` within its first five says why."
        );

    [Theory]
    [InlineData(Limit, "", false)]
    [InlineData(Limit + 1, "", true)]
    [InlineData(Limit + 1, Reason + "one table.", false)]
    [InlineData(Limit + 1, Reason, true)]
    public void A_long_file_without_a_reason_is_found(int lines, string firstLine, bool found) =>
        Violations(
                new SourceFile(
                    "src/A.cs",
                    firstLine + string.Concat(Enumerable.Repeat("\n;", lines - 1))
                )
            )
            .Any()
            .ShouldBe(found);

    private static IEnumerable<string> Violations(SourceFile file)
    {
        var says = file
            .Lines.Take(5)
            .Any(line =>
                line.StartsWith(Reason, StringComparison.Ordinal) && line.Length > Reason.Length
            );
        return file.Lines.Length <= Limit || says
            ? []
            : [$"{file.Path} has {file.Lines.Length} lines"];
    }
}
