using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator.kubernetes.join.token</c> section.</summary>
internal static class BootstrapTokenShape
{
    private static readonly Key<FileReference> File = new(
        "file",
        "A file whose first line is the bootstrap token. A relative path starts at the folder of this file.",
        new FileShape()
    )
    {
        IsRequired = true,
    };

    private static readonly Key<IReadOnlyList<string>> CaCertHashes = new(
        "caCertHashes",
        "What kubeadm prints behind --discovery-token-ca-cert-hash, or a list of them, of which one must match.",
        new OneOrMoreShape<string>("hash", CaHashText.Shape)
    )
    {
        IsRequired = true,
    };

    public static readonly ObjectShape<BootstrapTokenSpec> Shape = new(
        [File, CaCertHashes],
        reader => new BootstrapTokenSpec
        {
            File = reader.Get(File)!,
            CaCertHashes = reader.Get(CaCertHashes)!,
        }
    );
}
