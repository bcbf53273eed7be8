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

    [Theory]
    [InlineData("token abcdef.0123456789abcdef expired.", "token abcdef.(hidden) expired.")]
    [InlineData("token abcdef.0123456789abcdef.", "token abcdef.(hidden).")]
    [InlineData("worker.production000001.example", "worker.production000001.example")]
    [InlineData("my-worker.production000001", "my-worker.production000001")]
    [InlineData("Authorization: Bearer 0123456789abcdef", "Authorization: Bearer (hidden)")]
    [InlineData("Basic authentication is off", "Basic authentication is off")]
    [InlineData("got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln here", "got (hidden) here")]
    [InlineData("eyJhbGciOiJIUzI1NiIsImtpZCI6ImFiY2RlZiJ9..8r6UmAv7", "(hidden)")]
    [InlineData("key LS0tLS1CRUdJTiBQUklWQVRF==", "key (hidden)")]
    public void Kubernetes_secrets_are_hidden_and_the_rest_stays(string text, string expected) =>
        Redaction.Redact(text).ShouldBe(expected);

    [Fact]
    public void A_private_key_is_hidden_also_when_its_end_is_cut_off()
    {
        const string Begin = "-----BEGIN EC PRIVATE KEY-----\nMHcC";

        Redaction
            .Redact($"a {Begin}\n-----END EC PRIVATE KEY----- b {Begin}")
            .ShouldBe("a (hidden) b (hidden)");
    }
}
