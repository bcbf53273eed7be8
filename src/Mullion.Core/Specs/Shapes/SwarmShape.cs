using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator.swarm</c> section.</summary>
internal static class SwarmShape
{
    private static readonly Key<ManagerEndpoint> Manager = new(
        "manager",
        "The Engine API of a manager, as reached from the machine on which Mullion runs. A tcp:// endpoint without tls is spoken to in clear.",
        ManagerText.Shape
    )
    {
        IsRequired = true,
    };

    private static readonly Key<TlsSpec> Tls = new(
        "tls",
        "The certificates for a tcp:// manager.",
        TlsShape.Shape
    );

    private static readonly Key<IReadOnlyList<HostPort>> JoinAddresses = new(
        "joinAddresses",
        "Where the nodes join, as reached from them; the port is 2377 where none is given. Left out, what the managers advertise.",
        new ListShape<HostPort>(HostPortText.Join)
    )
    {
        Default = [],
    };

    public static readonly ObjectShape<SwarmSpec> Shape = new([Manager, Tls, JoinAddresses], Bind);

    private static SwarmSpec Bind(MappingReader reader)
    {
        var spec = new SwarmSpec
        {
            Manager = reader.Get(Manager)!,
            Tls = reader.Get(Tls),
            JoinAddresses = reader.Get(JoinAddresses)!,
        };
        if (reader.Has(Tls) && spec.Manager is { Scheme: not ManagerScheme.Tcp } local)
        {
            reader.Refuse(
                Tls,
                $"tls goes with a tcp:// manager, not with {local}",
                "Remove tls, or write manager: tcp://host:2376."
            );
        }

        return spec;
    }
}
