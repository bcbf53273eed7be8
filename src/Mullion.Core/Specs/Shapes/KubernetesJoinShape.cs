using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator.kubernetes.join</c> section.</summary>
internal static class KubernetesJoinShape
{
    private static readonly Key<KubernetesJoinMethod> Method = new(
        "method",
        "What does the joining: native, which is Mullion; kubeadm, which is run on the host; kubeconfig, a file that is copied to the host.",
        ChoiceText.Shape<KubernetesJoinMethod>("way to join", "native", "kubeadm", "kubeconfig")
    );

    private static readonly Key<HostPort> Endpoint = new(
        "endpoint",
        "The API server as the hosts reach it; the port is 6443 where none is given. Left out, what the cluster says of itself.",
        HostPortText.ApiServer
    );

    private static readonly Key<BootstrapTokenSpec> Token = new(
        "token",
        "A bootstrap token that somebody else made. Left out, Mullion makes one for each node, short-lived, and deletes it.",
        BootstrapTokenShape.Shape
    );

    private static readonly Key<FileReference> Kubeconfig = new(
        "kubeconfig",
        "The kubeconfig that is copied to the hosts, for method kubeconfig.",
        new FileShape()
    );

    public static readonly ObjectShape<KubernetesJoinSpec> Shape = new(
        [Method, Endpoint, Token, Kubeconfig],
        Bind
    );

    private static KubernetesJoinSpec Bind(MappingReader reader)
    {
        var method = reader.Get(Method);
        if (method == KubernetesJoinMethod.Kubeconfig)
        {
            reader.Require(Kubeconfig);
            if (reader.Has(Token))
            {
                reader.Refuse(
                    Token,
                    "a token has no effect where a kubeconfig is copied",
                    "Remove token, or use method native.",
                    showValue: false
                );
            }
        }
        else if (reader.Has(Kubeconfig))
        {
            reader.Refuse(
                Kubeconfig,
                $"a kubeconfig is copied to the hosts with method kubeconfig alone",
                "Add method: kubeconfig; the administrator's own stands in orchestrator.kubernetes.kubeconfig."
            );
        }

        if (reader.Has(Token))
        {
            // Nobody is asked for it then.
            reader.Require(Endpoint);
        }

        return new KubernetesJoinSpec
        {
            Method = method,
            Endpoint = reader.Get(Endpoint),
            Token = reader.Get(Token),
            Kubeconfig = reader.Get(Kubeconfig),
        };
    }
}
