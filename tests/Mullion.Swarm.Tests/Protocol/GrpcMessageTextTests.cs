using FsCheck;
using FsCheck.Fluent;
using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Tests.Protocol;

public sealed class GrpcMessageTextTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("100%", "100%25")]
    [InlineData("ä\n", "%C3%A4%0A")]
    public void Texts_are_encoded_outside_printable_ascii(string text, string encoded)
    {
        GrpcMessageText.Encode(text).ShouldBe(encoded);
        GrpcMessageText.Decode(encoded).ShouldBe(text);
    }

    [Theory]
    [InlineData("50% of it")]
    [InlineData("%")]
    [InlineData("%4")]
    public void A_broken_escape_stays(string text) => GrpcMessageText.Decode(text).ShouldBe(text);

    [Fact]
    public void What_is_encoded_is_decoded_again() =>
        Prop.ForAll<NonNull<string>>(text =>
            {
                // Lone surrogates are no text.
                var clean = new string([.. text.Get.Where(c => !char.IsSurrogate(c))]);
                return GrpcMessageText.Decode(GrpcMessageText.Encode(clean)) == clean;
            })
            .QuickCheckThrowOnFailure();
}
