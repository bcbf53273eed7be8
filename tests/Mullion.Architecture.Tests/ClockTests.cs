using System.Text.RegularExpressions;

namespace Mullion.Architecture.Tests;

public sealed partial class ClockTests
{
    private const string Why =
        "with one clock that is handed in, days pass in a test within a millisecond, and no test waits or flickers.";

    [Fact]
    public void Nothing_sleeps() =>
        Rule.Holds(
            Repository.Sources.Where(file => !file.IsUnder("bench")).SelectMany(Waits),
            Why,
            "take a TimeProvider; in tests hand in the fake clock or wait for an event. Where a test must wait for a "
                + "real program, Task.Delay(…, TimeProvider.System, …) says so."
        );

    // Tests may read the time: a certificate that a real TLS stack checks needs the real one.
    [Fact]
    public void What_is_shipped_reads_no_clock_of_its_own() =>
        Rule.Holds(
            Repository.ShippedSources.SelectMany(Clocks),
            Why,
            "take a TimeProvider and ask it."
        );

    [Theory]
    [InlineData("Thread.Sl" + "eep(10);", true)]
    [InlineData("await Task.De" + "lay(10);", true)]
    [InlineData("await Task.De" + "lay(TimeSpan.FromSeconds(F(1)), token);", true)]
    [InlineData("await Task.De" + "lay(TimeSpan.FromSeconds(F(1)), clock, token);", false)]
    [InlineData("await Task.De" + "lay(Wait,\n  TimeProvider.System);", false)]
    [InlineData("// not Task.De" + "lay(10)", false)]
    public void A_sleep_is_found(string text, bool found) =>
        Waits(new SourceFile("src/A.cs", text)).Any().ShouldBe(found);

    [Theory]
    [InlineData("var now = Date" + "Time.UtcNow;", true)]
    [InlineData("var now = Date" + "TimeOffset.Now;", true)]
    [InlineData("// like Date" + "Time.Now", false)]
    public void An_own_clock_is_found(string text, bool found) =>
        Clocks(new SourceFile("src/A.cs", text)).Any().ShouldBe(found);

    private static IEnumerable<string> Waits(SourceFile file) =>
        from match in Wait().Matches(file.Code)
        where !HandedIn().IsMatch(match.Groups["arguments"].Value)
        select $"{file.At(file.Code, match.Index)} {match.Value.ReplaceLineEndings(" ")}";

    private static IEnumerable<string> Clocks(SourceFile file) =>
        OwnClock()
            .Matches(file.Code)
            .Select(match => $"{file.At(file.Code, match.Index)} {match.Value}");

    // The arguments reach to the parenthesis that closes the call.
    [GeneratedRegex(
        @"Thread\.Sl[e]ep\(|\bTask\.De[l]ay(?<arguments>\((?>[^()]+|(?<open>\()|(?<-open>\)))*\))"
    )]
    private static partial Regex Wait();

    [GeneratedRegex(
        @",\s*[\w.]*(?:clock|time|TimeProvider)\w*(?:\.\w+)*\s*[,)]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HandedIn();

    [GeneratedRegex(@"\bDate[T]ime(?:Offset)?\.(?:Utc)?Now\b|\bDate[T]ime\.Today\b")]
    private static partial Regex OwnClock();
}
