namespace Mullion.Architecture.Tests;

public sealed class PurityTests
{
    private static readonly string[] OutsideWorld =
    [
        "System.Net.Sockets.",
        "System.Net.Http.",
        "System.Net.Security.",
        "System.Net.WebSockets.",
        "System.IO.Pipes.",
        "System.Diagnostics.Process",
        "System.Management.",
        "Microsoft.Win32.",
    ];

    private static readonly string[] Windows = ["Microsoft.Win32.", "System.Management."];

    [Fact]
    public void Core_opens_no_sockets_starts_no_processes_and_knows_no_Windows_types() =>
        Rule.Holds(
            Violations("src/Mullion.Core/Mullion.Core.csproj", OutsideWorld),
            "the engine is tested at every power cut because nothing in it reaches the world but through IHost.",
            "put a facet into Mullion.Core/Hosts and implement it where sockets, processes or Win32 are allowed."
        );

    [Fact]
    public void The_simulated_host_uses_no_Windows_types() =>
        Rule.Holds(
            Violations("src/Mullion.Simulation/Mullion.Simulation.csproj", Windows),
            "the simulated host runs everywhere, and what it does must come from captures, not from this machine.",
            "simulate it, and name the capture or the source of the behaviour."
        );

    [Fact]
    public void A_used_type_of_the_outside_world_is_found() =>
        Violations(
                new BuiltAssembly(
                    [],
                    ["System.Diagnostics.ProcessStartInfo", "System.Net.IPAddress"],
                    ["kernel32!Beep"]
                ),
                OutsideWorld
            )
            .ShouldBe([
                "uses System.Diagnostics.ProcessStartInfo",
                "declares the native function kernel32!Beep",
            ]);

    [Fact]
    public void Metadata_is_really_read() =>
        BuiltAssembly
            .Of("src/Mullion.Core/Mullion.Core.csproj")
            .UsedTypes.ShouldContain("System.Object");

    private static IEnumerable<string> Violations(string project, string[] forbidden) =>
        Violations(BuiltAssembly.Of(project), forbidden)
            .Select(violation => $"{project} {violation}");

    private static IEnumerable<string> Violations(BuiltAssembly assembly, string[] forbidden) =>
        assembly
            .UsedTypes.Where(type =>
                forbidden.Any(start => type.StartsWith(start, StringComparison.Ordinal))
            )
            .Select(type => $"uses {type}")
            .Concat(
                assembly.NativeImports.Select(import => $"declares the native function {import}")
            );
}
