using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator.swarm</c> section.</summary>
internal static class SwarmShape
{
    // One key for one and for many: two keys would be optional each, and exclude each other.
    private static readonly Key<IReadOnlyList<ManagerEndpoint>> Manager = new(
        "manager",
        "The Engine API of a manager, as reached from the machine on which Mullion runs, or a list of them, of which any may be down. A tcp:// endpoint without tls is spoken to in clear; a docker context and a client bundle bring their own certificates.",
        new OneOrMoreShape<ManagerEndpoint>("manager", new ManagerShape())
    )
    {
        IsRequired = true,
    };

    private static readonly Key<TlsSpec> Tls = new(
        "tls",
        "The certificates for tcp:// managers.",
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

    private static readonly Key<LoginSpec> Login = new(
        "login",
        "Who logs on to https:// managers, which are UCP or MKE.",
        LoginShape.Shape
    );

    private static readonly Key<MkeSpec> Mke = new(
        "mke",
        "The swarm is one of Docker Enterprise (UCP) or of Mirantis Kubernetes Engine 3. Left out, a plain swarm.",
        MkeShape.Shape
    );

    public static readonly ObjectShape<SwarmSpec> Shape = new(
        [Manager, Tls, Login, JoinAddresses, Mke],
        Bind
    );

    private static SwarmSpec Bind(MappingReader reader)
    {
        var spec = new SwarmSpec
        {
            Managers = reader.Get(Manager)!,
            Tls = reader.Get(Tls),
            Login = reader.Get(Login),
            JoinAddresses = reader.Get(JoinAddresses)!,
            Mke = reader.Get(Mke),
        };
        if (
            reader.Has(Tls)
            && spec.Managers?.All(manager => manager.Scheme != ManagerScheme.Tcp) == true
        )
        {
            reader.Refuse(
                Tls,
                $"tls goes with a tcp:// manager, not with {string.Join(" and ", spec.Managers)}",
                "Remove tls, or write manager: tcp://host:2376."
            );
        }

        var https = spec.Managers?.Any(manager => manager.Scheme == ManagerScheme.Https) == true;
        if (https && !reader.Has(Login))
        {
            reader.Refuse(
                Manager,
                "an https:// manager wants to know who asks",
                "Add login: { user, passwordFile } beside manager; or use a client bundle: bundle:FOLDER."
            );
        }
        else if (!https && reader.Has(Login) && spec.Managers is not null)
        {
            reader.Refuse(
                Login,
                $"login goes with an https:// manager, not with {string.Join(" and ", spec.Managers)}",
                "Remove login, or write manager: https://ucp.example."
            );
        }

        return spec;
    }
}
