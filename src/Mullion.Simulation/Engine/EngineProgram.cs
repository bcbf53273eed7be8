using System.Text;
using Mullion.Simulation.Files;

namespace Mullion.Simulation.Engine;

/// <summary>The engine's program as a file: what version it is can be read out of it, and a torn one is none.</summary>
internal static class EngineProgram
{
    private const string Head = "simulated dockerd ";

    private const string Tail = "\nThis program cannot be run outside the simulation.\n";

    /// <summary>The bytes of <c>dockerd.exe</c>.</summary>
    public static byte[] Daemon(string version) => Encoding.UTF8.GetBytes(Head + version + Tail);

    /// <summary>The bytes of <c>docker.exe</c>.</summary>
    public static byte[] Client(string version) =>
        Encoding.UTF8.GetBytes("simulated docker client " + version + Tail);

    /// <summary>The version in a <c>dockerd.exe</c>; null when it is no whole one.</summary>
    public static string? Version(FileContent program)
    {
        var text = Encoding.UTF8.GetString(program.Span);
        return
            text.StartsWith(Head, StringComparison.Ordinal)
            && text.EndsWith(Tail, StringComparison.Ordinal)
            ? text[Head.Length..^Tail.Length]
            : null;
    }
}
