using Mullion.Core.Hosts;
using Mullion.Simulation.Localisation;

namespace Mullion.Simulation.Templates;

/// <summary>
/// Rules that a fresh Windows has, with display names in its language. Two of them have the same one: the remote management
/// rules for the public profile and for the others, as on every Windows.
/// </summary>
internal static class WindowsFirewallRules
{
    public static IEnumerable<FirewallRule> For(HostLanguage language)
    {
        var names = Names(language);
        yield return Rule("CoreNet-DHCP-In", names[0], "UDP", "68", "Any");
        yield return Rule("CoreNet-DNS-Out-UDP", names[1], "UDP", "Any", "Any", inbound: false);
        yield return Rule("WINRM-HTTP-In-TCP", names[2], "TCP", "5985", "Domain,Private");
        yield return Rule(
            "WINRM-HTTP-In-TCP-PUBLIC",
            names[2],
            "TCP",
            "5985",
            "Public",
            "LocalSubnet"
        );
        yield return Rule("FPS-SMB-In-TCP", names[3], "TCP", "445", "Any");
        yield return Rule("RemoteDesktop-UserMode-In-TCP", names[4], "TCP", "3389", "Any");
    }

    private static string[] Names(HostLanguage language) =>
        language switch
        {
            HostLanguage.German =>
            [
                "Kernnetzwerk - DHCP (DHCP eingehend)",
                "Kernnetzwerk - DNS (UDP ausgehend)",
                "Windows-Remoteverwaltung (HTTP eingehend)",
                "Datei- und Druckerfreigabe (SMB eingehend)",
                "Remotedesktop - Benutzermodus (TCP eingehend)",
            ],
            HostLanguage.Spanish =>
            [
                "Redes principales: Protocolo de configuración dinámica de host (DHCP de entrada)",
                "Redes principales: DNS (UDP de salida)",
                "Administración remota de Windows (HTTP de entrada)",
                "Compartir archivos e impresoras (SMB de entrada)",
                "Escritorio remoto: modo usuario (TCP de entrada)",
            ],
            HostLanguage.Chinese =>
            [
                "核心网络 - 动态主机配置协议(DHCP-In)",
                "核心网络 - DNS (UDP-Out)",
                "Windows 远程管理(HTTP-In)",
                "文件和打印机共享(SMB-In)",
                "远程桌面 - 用户模式(TCP-In)",
            ],
            _ =>
            [
                "Core Networking - Dynamic Host Configuration Protocol (DHCP-In)",
                "Core Networking - DNS (UDP-Out)",
                "Windows Remote Management (HTTP-In)",
                "File and Printer Sharing (SMB-In)",
                "Remote Desktop - User Mode (TCP-In)",
            ],
        };

    private static FirewallRule Rule(
        string id,
        string name,
        string protocol,
        string ports,
        string profiles,
        string remote = "Any",
        bool inbound = true
    ) => new(id, name, "", inbound, Allow: true, protocol, ports, remote, profiles, Enabled: true);
}
