using Mullion.Core.Secrets;

namespace Mullion.Core.Tests.Secrets;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("token SWMTKN-1-0abc-9xyz is wrong", "token SWMTKN-(hidden) is wrong")]
    [InlineData("\"SWMTKN-2-1-0abc-9xyz\"", "\"SWMTKN-(hidden)\"")]
    [InlineData("swmtkn-1-0abc", "swmtkn-(hidden)")]
    [InlineData(
        "unlock with SWMKEY-1-Ab+/=_c, twice SWMKEY-1-x",
        "unlock with SWMKEY-(hidden), twice SWMKEY-(hidden)"
    )]
    [InlineData("nothing here, SWMTKN- included", "nothing here, SWMTKN- included")]
    public void Swarm_secrets_are_hidden_and_the_rest_stays(string text, string expected) =>
        Redaction.Redact(text).ShouldBe(expected);
}
