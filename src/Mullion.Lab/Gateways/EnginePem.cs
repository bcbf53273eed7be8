using System.Text;

namespace Mullion.Lab.Gateways;

/// <summary>
/// Stand-ins for certificate and key in runs where nothing is encrypted: PEM in form, and saying in clear what they are.
/// </summary>
internal static class EnginePem
{
    public static string Certificate(string nodeId, string clusterId) =>
        Block("CERTIFICATE", $"simulated: CN={nodeId}, OU=swarm-worker, O={clusterId}");

    public static string Key(string nodeId) => Block("PRIVATE KEY", $"simulated: key of {nodeId}");

    private static string Block(string kind, string text) =>
        $"-----BEGIN {kind}-----\n{Convert.ToBase64String(Encoding.ASCII.GetBytes(text))}\n-----END {kind}-----\n";
}
