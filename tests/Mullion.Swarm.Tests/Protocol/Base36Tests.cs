using FsCheck;
using FsCheck.Fluent;
using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Tests.Protocol;

public sealed class Base36Tests
{
    [Theory]
    [InlineData("00", 3, "000")]
    [InlineData("23", 1, "z")]
    [InlineData("24", 4, "0010")]
    [InlineData("ff", 2, "73")]
    [InlineData("0100", 3, "074")]
    public void Known_numbers(string hex, int width, string text) =>
        Base36.Encode(Convert.FromHexString(hex), width).ShouldBe(text);

    [Fact]
    public void What_is_written_is_read_back() =>
        Prop.ForAll<byte[]>(bytes =>
                Base36.TryDecode(Base36.Encode(bytes, 1), bytes.Length, out var read)
                && read.AsSpan().SequenceEqual(bytes)
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("A")]
    [InlineData("-1")]
    [InlineData("ä")]
    [InlineData("74")]
    public void Other_characters_and_numbers_too_large_are_refused(string text) =>
        Base36.TryDecode(text, 1, out _).ShouldBeFalse();
}
