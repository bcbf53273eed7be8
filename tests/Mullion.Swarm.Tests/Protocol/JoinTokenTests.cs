using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mullion.Core;
using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Tests.Protocol;

public sealed class JoinTokenTests
{
    // The example of Docker's documentation of `docker swarm join-token`.
    private const string Documented =
        "SWMTKN-1-49nj1cmql0jkz5s954yi3oex3nedyz0fb0xx14ie39trti4wxv-8vxv8rssmk743ojnwacrr2e7c";

    [Fact]
    public void The_documented_token_is_read_and_written_back()
    {
        var token = JoinToken.Parse($"  {Documented}\n");

        token.Version.ShouldBe(1);
        token.Fips.ShouldBeFalse();
        token.CaDigest.Length.ShouldBe(64);
        token.Reveal().ShouldBe(Documented);
    }

    [Fact]
    public void It_never_prints_its_secret() =>
        JoinToken
            .Parse(Documented)
            .ToString()
            .ShouldBe("SWMTKN-1-49nj1cmql0jkz5s954yi3oex3nedyz0fb0xx14ie39trti4wxv-…");

    [Fact]
    public void A_token_matches_the_ca_that_it_was_made_for_and_no_other()
    {
        var token = JoinToken.Create("a root"u8);

        token.Matches("a root"u8).ShouldBeTrue();
        token.Matches("a root\n"u8).ShouldBeFalse();
        // sha256sum of "a root".
        token.CaDigest.ShouldBe("50b312f5cbc716759f5620d73a7cc11415707349f41b0ce0b7cf7b7807ec31da");
    }

    [Fact]
    public void A_token_of_a_fips_cluster_says_so()
    {
        var text = JoinToken.Create("a root"u8, fips: true).Reveal();

        text.ShouldStartWith("SWMTKN-2-1-");
        JoinToken.Parse(text).Fips.ShouldBeTrue();
        JoinToken.Parse(text.Replace("-2-1-", "-2-0-")).Fips.ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "does not begin with SWMTKN-")]
    [InlineData("docker swarm join --token X", "does not begin with SWMTKN-")]
    [InlineData("SWMTKN-3-a-b", "neither 1 nor 2")]
    [InlineData("SWMTKN", "neither 1 nor 2")]
    [InlineData("SWMTKN-1-abc", "it has 3 parts; version 1 has 4")]
    [InlineData("SWMTKN-2-abc-def", "it has 4 parts; version 2 has 5")]
    [InlineData("SWMTKN-1-abc-8vxv8rssmk743ojnwacrr2e7c", "CA digest (3 characters)")]
    [InlineData(
        "SWMTKN-1-49nj1cmql0jkz5s954yi3oex3nedyz0fb0xx14ie39trti4wxV-8vxv8rssmk743ojnwacrr2e7c",
        "CA digest"
    )]
    [InlineData(
        "SWMTKN-1-zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz-8vxv8rssmk743ojnwacrr2e7c",
        "CA digest"
    )]
    [InlineData(
        "SWMTKN-1-49nj1cmql0jkz5s954yi3oex3nedyz0fb0xx14ie39trti4wxv-8vxv8rssmk743ojn",
        "was it cut when copied?"
    )]
    [InlineData(
        "SWMTKN-2-x-49nj1cmql0jkz5s954yi3oex3nedyz0fb0xx14ie39trti4wxv-8vxv8rssmk743ojnwacrr2e7c",
        "FIPS part"
    )]
    public void What_is_wrong_is_said_and_the_token_is_not(string text, string reason)
    {
        var error = Should.Throw<MullionException>(() => JoinToken.Parse(text));

        error.Message.ShouldContain(reason);
        error.Fix!.ShouldContain("docker swarm join-token worker");
        error.Message.ShouldNotContain("8vxv8");
    }

    [Fact]
    public void Every_token_is_read_back_as_it_was_written() =>
        Prop.ForAll<NonEmptyString, bool>(
                (root, fips) =>
                {
                    var token = JoinToken.Create(Encoding.UTF8.GetBytes(root.Get), fips);
                    var read = JoinToken.Parse(token.Reveal());
                    return read.Reveal() == token.Reveal()
                        && read.CaDigest == token.CaDigest
                        && read.Fips == fips;
                }
            )
            .QuickCheckThrowOnFailure();
}
