using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Specs;

public partial class ClusterSpecProperties
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void A_spec_that_was_written_loads_back_equal() =>
        Prop.ForAll(
                SpecGen.Cluster.ToArbitrary(),
                ArbMap.Default.ArbFor<int>(),
                (spec, layout) =>
                {
                    var loaded = Spec.LoadValid(YamlText.Of(spec, layout));

                    JsonSerializer.Serialize(loaded).ShouldBe(JsonSerializer.Serialize(spec));
                    JsonSerializer
                        .Serialize<object>(loaded.Orchestrator)
                        .ShouldBe(JsonSerializer.Serialize<object>(spec.Orchestrator));
                    loaded.Digest().ShouldBe(spec.Digest());
                }
            )
            .Check(Quick);

    [Fact]
    public void Junk_never_throws_and_is_never_a_spec() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), junk => HasErrors(Spec.Load(junk ?? [])))
            .Check(Quick);

    [Fact]
    public void Junk_that_looks_like_YAML_never_throws_and_is_never_a_spec()
    {
        var tokens = Gen.Elements(
            "a",
            "nodes",
            "name",
            ":",
            ": ",
            "- ",
            "-",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ",",
            ", ",
            "\n",
            "\n  ",
            "\n\t",
            "\t",
            " ",
            "#",
            " #",
            "'",
            "\"",
            "\\u",
            "\\U99999999",
            "\\x",
            "|",
            "|9",
            ">-",
            "&a ",
            "*a",
            "!",
            "!!str ",
            "!<",
            "%YAML 1.",
            "%TAG ! ",
            "---",
            "\n---\n",
            "...",
            "\n...\n",
            "<<",
            "@",
            "`",
            "~",
            "\r",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "😀",
            "0"
        );

        Prop.ForAll(
                Gen.ListOf(tokens).Select(string.Concat).ToArbitrary(),
                text => HasErrors(Spec.Load(text))
            )
            .Check(Quick.WithMaxTest(3000));
    }

    [Fact]
    public void A_damaged_spec_never_throws()
    {
        var damage =
            from at in Gen.Choose(0, Spec.Full.Length - 1)
            from length in Gen.Choose(0, 40)
            from put in Gen.OneOf(
                ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => bytes ?? []),
                Gen.Constant(Array.Empty<byte>())
            )
            select (at, length, put);

        Prop.ForAll(
                damage.ToArbitrary(),
                cut =>
                {
                    var bytes = Encoding.UTF8.GetBytes(Spec.Full);
                    var result = Spec.Load([
                        .. bytes[..cut.at],
                        .. cut.put,
                        .. bytes.Skip(cut.at + cut.length),
                    ]);

                    (result.Spec is null).ShouldBe(result.Errors.Count > 0);
                }
            )
            .Check(Quick.WithMaxTest(1000));
    }

    [Fact]
    public void A_mistyped_key_is_understood()
    {
        var keys = KeyPattern()
            .Matches(Spec.Full)
            .Where(match =>
                match.Groups[1].Value is not ("rack" or "build" or "os" or "max-size" or "max-file")
            )
            .ToArray();
        var typo =
            from key in Gen.Elements(keys)
            let word = key.Groups[1].Value
            from at in Gen.Choose(0, word.Length - 1)
            from letter in Gen.Choose('a', 'z').Select(code => ((char)code).ToString())
            from mistyped in Gen.Elements(
                word.Remove(at, 1),
                word.Insert(at, letter),
                word.Remove(at, 1).Insert(at, letter),
                at == 0 ? word : word[..(at - 1)] + word[at] + word[at - 1] + word[(at + 1)..]
            )
            where mistyped != word && mistyped.Length > 0
            select (key.Groups[1].Index, word, mistyped);

        Prop.ForAll(
                typo.ToArbitrary(),
                made =>
                {
                    var yaml = Spec
                        .Full.Remove(made.Index, made.word.Length)
                        .Insert(made.Index, made.mistyped);

                    var error = Spec.Load(yaml)
                        .Errors.First(found => found.Reason == "the key is unknown");

                    error.Path.Split('.')[^1].ShouldBe(made.mistyped);
                    error.Fix.ShouldBe($"Did you mean {made.word}?");
                }
            )
            .Check(Quick);
    }

    private static void HasErrors(SpecResult result)
    {
        result.Spec.ShouldBeNull();
        result.Errors.ShouldNotBeEmpty();
        result.Errors.ShouldAllBe(error =>
            error.Line > 0 && error.Column > 0 && error.Fix.Length > 0
        );
    }

    [GeneratedRegex("([a-zA-Z0-9-]+):(?= |\n)")]
    private static partial Regex KeyPattern();
}
