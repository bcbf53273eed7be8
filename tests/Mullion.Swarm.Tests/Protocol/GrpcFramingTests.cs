using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Tests.Protocol;

public sealed class GrpcFramingTests
{
    private static readonly Peer Someone = new() { NodeId = "n1", Addr = "10.0.0.1:2377" };

    [Fact]
    public void A_frame_is_a_zero_a_length_and_the_message() =>
        Convert
            .ToHexStringLower(GrpcFraming.Encode(new Peer { NodeId = "n1" }))
            .ShouldBe("00" + "00000004" + "0a026e31");

    [Fact]
    public async Task Messages_are_read_one_after_the_other_until_the_end()
    {
        using var stream = new TrickleStream([
            .. GrpcFraming.Encode(Someone),
            .. GrpcFraming.Encode(new Peer()),
        ]);

        (await ReadAsync(stream)).ShouldBe(Someone);
        (await ReadAsync(stream)).ShouldBe(new Peer());
        (await ReadAsync(stream)).ShouldBeNull();
    }

    [Fact]
    public async Task A_message_larger_than_any_buffer_comes_whole()
    {
        var large = new Peer { Addr = new string('x', 1_000_000) };
        using var stream = new MemoryStream();
        await GrpcFraming.WriteAsync(stream, large, CancellationToken.None);
        stream.Position = 0;

        (await ReadAsync(stream)).ShouldBe(large);
    }

    [Theory]
    [InlineData("0000", "after 2 bytes of a frame header")]
    [InlineData("00000000040a02", "after 2 of 4 bytes")]
    [InlineData("010000000100", "only uncompressed")]
    [InlineData("00ffffffff", "claims 4294967295 bytes")]
    [InlineData("0000000002ffff", "is not a Peer")]
    [InlineData("485454502f312e31", "only uncompressed")]
    public async Task What_is_no_frame_is_refused(string hex, string reason)
    {
        using var stream = new MemoryStream(Convert.FromHexString(hex));

        var error = await Should.ThrowAsync<GrpcFramingException>(() => ReadAsync(stream));

        error.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task A_large_length_alone_takes_no_memory()
    {
        using var stream = new MemoryStream([0, 0x03, 0, 0, 0, 1, 2, 3]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        // The stream never waits, so the whole read runs on this thread; the count is taken before an
        // await could go on on another one, whose count has nothing to do with it.
        var read = ReadAsync(stream);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        read.IsCompleted.ShouldBeTrue();
        await Should.ThrowAsync<GrpcFramingException>(() => read);
        allocated.ShouldBeLessThan(1_000_000);
    }

    private static Task<Peer?> ReadAsync(Stream stream) =>
        GrpcFraming.ReadAsync(stream, Peer.Parser, CancellationToken.None);

    /// <summary>Gives one byte at a time.</summary>
    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
