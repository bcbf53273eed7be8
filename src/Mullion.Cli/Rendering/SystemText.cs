using Mullion.Core.Hosts;

namespace Mullion.Cli.Rendering;

/// <summary>A host's Windows in words.</summary>
internal static class SystemText
{
    /// <summary>Such as <c>Windows Server 2022 Core, 10.0.20348.2700</c>.</summary>
    public static string Of(HostFacts facts) =>
        $"{Of(facts.Build, facts.Core)}, 10.0.{facts.Build}.{facts.Revision}";

    /// <summary>Such as <c>Windows Server 2022 Core</c>.</summary>
    public static string Of(int build, bool core) => $"{Name(build)}{(core ? " Core" : "")}";

    private static string Name(int build) =>
        build switch
        {
            14393 => "Windows Server 2016",
            17763 => "Windows Server 2019",
            20348 => "Windows Server 2022",
            25398 => "Windows Server 23H2",
            26100 => "Windows Server 2025",
            _ => "Windows",
        };
}
