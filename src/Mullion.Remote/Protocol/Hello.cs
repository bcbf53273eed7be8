using System.Text;
using System.Text.Json.Serialization;

namespace Mullion.Remote.Protocol;

/// <summary>The first line of either side.</summary>
/// <param name="Mullion">Always <see cref="ExecutorProtocol.Name"/>.</param>
/// <param name="Protocol">The protocol's version.</param>
/// <param name="Product">The product's version.</param>
/// <param name="Instance">Tells one life of a server from the next; a client leaves it out.</param>
internal sealed record Hello(
    string? Mullion,
    [property: JsonPropertyName("v")] int Protocol,
    [property: JsonPropertyName("version")] string? Product,
    string? Instance
)
{
    private const int Quoted = 80;

    public static Hello Ours(int protocol, string? instance) =>
        new(ExecutorProtocol.Name, protocol, ExecutorProtocol.Product, instance);

    /// <summary>Reads the other side's first line.</summary>
    /// <exception cref="ExecutorProtocolException">It is none, or of another version.</exception>
    public static Hello Read(ReadOnlyMemory<byte> line, string peer, int protocol, string fix)
    {
        Hello? hello = null;
        try
        {
            hello = Wire.Read<Hello>(line.Span);
        }
        catch (ExecutorProtocolException)
        {
            // Said below, in the same words as for JSON of another kind.
        }

        if (hello?.Mullion != ExecutorProtocol.Name)
        {
            throw new ExecutorProtocolException(
                $"What answers at {peer} is no Mullion executor: its first line is {Quote(line.Span)}.",
                "Check where the host's entry leads, and that nothing prints text when the connection opens."
            );
        }

        return hello.Protocol == protocol
            ? hello
            : throw new ExecutorProtocolException(
                $"{peer} speaks version {hello.Protocol} of the executor protocol (Mullion {hello.Product}); "
                    + $"this is Mullion {ExecutorProtocol.Product} and speaks version {protocol}.",
                fix
            );
    }

    private static string Quote(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, Quoted)]);
        var plain = string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
        return $"\"{plain}{(line.Length > Quoted ? "…" : "")}\"";
    }
}
