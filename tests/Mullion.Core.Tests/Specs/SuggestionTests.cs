using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Tests.Specs;

public class SuggestionTests
{
    private static readonly string[] Keys =
    [
        "name",
        "host",
        "interface",
        "listenAddress",
        "advertiseAddress",
        "dataPathAddress",
        "availability",
        "labels",
    ];

    [Theory]
    [InlineData("nmae", "name")]
    [InlineData("Name", "name")]
    [InlineData("hosts", "host")]
    [InlineData("label", "labels")]
    [InlineData("listen-addr", "listenAddress")]
    [InlineData("advertise_address", "advertiseAddress")]
    [InlineData("data-path-addr", "dataPathAddress")]
    [InlineData("adress", null)]
    [InlineData("password", null)]
    [InlineData("", null)]
    [InlineData("x", null)]
    public void The_key_that_was_probably_meant_is_found(string written, string? meant) =>
        Suggestion.Find(written, Keys).ShouldBe(meant);

    [Fact]
    public void A_key_that_nobody_could_have_meant_costs_nothing() =>
        Suggestion.Find(new string('a', 10_000_000), Keys).ShouldBeNull();

    [Fact]
    public void Without_a_near_one_all_keys_are_named() =>
        Suggestion.For("zzz", ["ca", "cert", "key"]).ShouldBe("Known keys here: ca, cert, key.");
}
