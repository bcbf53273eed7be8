using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.HostRequirements;

/// <summary>Looks who holds the ports, by hand.</summary>
internal static class FreePortsScript
{
    public static ResourceScript Of(FreePorts ports) =>
        new(
            $"The swarm's ports belong to {ports.Program}.",
            PowerShellText.Lines(ports.Ports.Select(port => Check(port, ports.Program)))
        );

    private static PowerShellText Check(string port, string program)
    {
        var parts = port.Split('/');
        var number = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        var name = program.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
            ? program[..^4]
            : program;
        var list =
            parts[1] == "tcp"
                ? PowerShellText.Of($"Get-NetTCPConnection -State Listen -LocalPort {number}")
                : PowerShellText.Of($"Get-NetUDPEndpoint -LocalPort {number}");
        return PowerShellText.Of(
            $$"""
            foreach ($held in @({{list}} -ErrorAction SilentlyContinue)) {
                $holder = (Get-Process -Id $held.OwningProcess).ProcessName
                if ($holder -ne {{name}}) {
                    throw {{$"Port {port} is held by "}} + $holder
                }
            }
            """
        );
    }
}
