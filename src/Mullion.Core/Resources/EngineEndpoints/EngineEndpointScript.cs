using System.Globalization;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.EngineEndpoints;

/// <summary>Calls the engine over TLS, by hand.</summary>
internal static class EngineEndpointScript
{
    public static ResourceScript Of(EngineEndpoint endpoint)
    {
        var port = endpoint.Port.ToString(CultureInfo.InvariantCulture);
        string[] words =
        [
            "-H",
            $"tcp://{endpoint.Address}:{port}",
            "--tlsverify",
            "--tlscacert",
            endpoint.Files.Authority,
            "--tlscert",
            endpoint.Files.Certificate,
            "--tlskey",
            endpoint.Files.Key,
            "version",
        ];
        return new ResourceScript(
            "The engine answers over TLS with the certificate that lies on its host. Otherwise Docker Enterprise warns that the node cannot connect to its local Docker daemon.",
            PowerShellText.Of(
                $$"""
                Wait-For {{$"the engine to answer over TLS on port {port}"}} 60 {
                    $ErrorActionPreference = 'Continue'
                    & docker {{words}} 2>$null | Out-Null
                    $LASTEXITCODE -eq 0
                }
                """
            )
        );
    }
}
