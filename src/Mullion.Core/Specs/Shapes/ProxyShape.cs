using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator.kubernetes.proxy</c> section.</summary>
internal static class ProxyShape
{
    private static readonly Key<string> Http = new(
        "http",
        "The proxy for http addresses, such as http://proxy.corp.example:3128.",
        ProxyText.Shape
    );

    private static readonly Key<string> Https = new(
        "https",
        "The proxy for https addresses.",
        ProxyText.Shape
    );

    private static readonly Key<IReadOnlyList<string>> NoProxy = new(
        "noProxy",
        "What is reached directly: names, suffixes such as .corp.example, addresses and networks. The API server and the cluster's own networks are added.",
        new ListShape<string>(NoProxyText.Shape)
    )
    {
        Default = [],
    };

    public static readonly ObjectShape<ProxySpec> Shape = new([Http, Https, NoProxy], Bind);

    private static ProxySpec Bind(MappingReader reader)
    {
        if (!reader.Has(Http) && !reader.Has(Https))
        {
            reader.Refuse("this names no proxy", "Add http, https, or both.");
        }

        return new ProxySpec
        {
            Http = reader.Get(Http),
            Https = reader.Get(Https),
            NoProxy = reader.Get(NoProxy)!,
        };
    }
}
