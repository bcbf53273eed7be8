using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Tests.Protocol;

public sealed class SwarmIdsTests
{
    [Theory]
    [InlineData(0x00)]
    [InlineData(0xff)]
    public void An_id_has_25_characters_at_both_ends_of_the_range(byte fill)
    {
        var entropy = new byte[SwarmIds.EntropyLength];
        Array.Fill(entropy, fill);

        SwarmIds.IsId(SwarmIds.Create(entropy)).ShouldBeTrue();
    }

    [Fact]
    public void Ids_differ() =>
        Enumerable.Range(0, 1000).Select(_ => SwarmIds.Create()).Distinct().Count().ShouldBe(1000);

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdefghijklmno-")]
    [InlineData("0123456789ABCDEFGHIJKLMNO")]
    public void Other_texts_are_no_ids(string text) => SwarmIds.IsId(text).ShouldBeFalse();
}
