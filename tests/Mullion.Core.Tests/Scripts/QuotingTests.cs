using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Mullion.Core.Scripts;

namespace Mullion.Core.Tests.Scripts;

public sealed partial class QuotingTests
{
    private static readonly char[] Hostile =
    [
        .. "'\"`$(){};|&#<>@\\ \t\r\n\0ab",
        '\u2018',
        '\u2019',
        '\u201a',
        '\u201b',
        '\u2028',
        '\u202e',
        '\u0085',
        '\ud83d',
        '\ude00',
    ];

    private static Arbitrary<string> Values { get; } =
        Gen.OneOf(
                Gen.Elements(Hostile).ArrayOf().Select(chars => new string(chars)),
                ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")
            )
            .ToArbitrary();

    /// <summary>A literal is only quoted runs, in which each quote is doubled, and characters by number: so it can hold no code.</summary>
    [GeneratedRegex(
        @"^(?:'(?<run>(?:[^'‘’‚‛\p{C}\p{Zl}\p{Zp}]|'{2}|‘‘|’’|‚‚|‛‛)*)'|\(''(?: \+ (?:'(?<run>(?:[^'‘’‚‛\p{C}\p{Zl}\p{Zp}]|'{2}|‘‘|’’|‚‚|‛‛)+)'|\[char\]0x(?<run>[0-9A-F]{4})))+\))$"
    )]
    private static partial Regex Literal();

    [Fact]
    public void A_value_is_one_literal_that_says_it_again() =>
        Prop.ForAll(Values, value => Read(PowerShellText.Of($"{value}").Text) == value)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_comment_stays_a_comment() =>
        Prop.ForAll(
                Values,
                value =>
                    PowerShellText
                        .Comment(value)
                        .Text.Split('\n')
                        .All(line =>
                            line.StartsWith("# ", StringComparison.Ordinal)
                            && !line.Any(char.IsControl)
                        )
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_command_for_a_manager_stays_one_comment_line() =>
        Prop.ForAll(
                Values,
                value => !PowerShellText.OnManager("docker", value).Text.Any(char.IsControl)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("rack=a", "rack=a")]
    [InlineData("", "''")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("$(reboot)", "'$(reboot)'")]
    [InlineData("a\n'b", @"$'a\U0000000A\U00000027b'")]
    public void A_managers_shell_reads_it_as_one_word(string word, string quoted) =>
        PowerShellText.OnManager(word).Text.ShouldBe("#   " + quoted);

    [Fact]
    public void Numbers_lists_and_parts_keep_their_form() =>
        PowerShellText
            .Of($"{5} {new[] { "a", "b'c" }} {PowerShellText.Of($"Get-Date")}")
            .Text.ShouldBe("5 @('a', 'b''c') Get-Date");

    private static string? Read(string literal)
    {
        var match = Literal().Match(literal);
        return !match.Success
            ? null
            : string.Concat(
                match
                    .Groups["run"]
                    .Captures.Select(run =>
                        literal[..run.Index].EndsWith("[char]0x", StringComparison.Ordinal)
                            ? (
                                (char)
                                    int.Parse(
                                        run.Value,
                                        NumberStyles.HexNumber,
                                        CultureInfo.InvariantCulture
                                    )
                            ).ToString()
                            : Single(run.Value)
                    )
            );
    }

    private static string Single(string run) => Doubled().Replace(run, "$1");

    [GeneratedRegex("(['‘’‚‛])\\1")]
    private static partial Regex Doubled();
}
