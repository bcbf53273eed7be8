using System.Net;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>An IPv4 address, or a network such as <c>10.0.0.0/24</c>.</summary>
internal static class NetworkText
{
    public static readonly TextShape<string> Shape = new("an IPv4 address or network", Parse)
    {
        Examples = ["10.0.0.0/24", "10.0.0.5"],
    };

    private static Parsed<string> Parse(string text)
    {
        const string fix = "Write an address such as 10.0.0.5, or a network such as 10.0.0.0/24.";
        if (!text.Contains('/', StringComparison.Ordinal))
        {
            return Ipv4Text.IsAddress(text) ? text : new Refusal("this is no IPv4 address", fix);
        }

        var parts = text.Split('/', 2);
        if (!Ipv4Text.IsAddress(parts[0]) || !IPNetwork.TryParse(text, out var network))
        {
            return new Refusal("this is no IPv4 network", fix);
        }

        return network.BaseAddress.ToString() == parts[0]
            ? network.ToString()
            : new Refusal(
                $"{parts[0]} is not the first address of a network of length {parts[1]}",
                $"Write {network}."
            );
    }
}
