using Mullion.Core.Hosts;
using Mullion.Core.Resources.Services;

namespace Mullion.Core.Resources.Programs;

/// <summary>What a folder of programs is as a state, and the services that keep its files in use.</summary>
internal sealed class InstalledPrograms(IHost host)
{
    /// <summary>Fields of which each is told file by file: who changed one has not taken the folder over.</summary>
    public static readonly string[] Fields = ["version", "sha256", "files"];

    private readonly ServiceControl _services = new(host);

    public static ResourceState Wanted(string version, string sha256) =>
        new(("version", version), ("sha256", sha256), ("files", "intact"));

    /// <summary>What stands in the folder by Mullion; null when nothing does.</summary>
    public static ResourceState? State(ProgramFolder programs)
    {
        if (programs.Manifest is not { } manifest)
        {
            return null;
        }

        var damaged = programs.Damaged();
        return new ResourceState(
            ("version", manifest.Version),
            ("sha256", manifest.Package),
            ("files", damaged.Count == 0 ? "intact" : $"damaged: {string.Join(", ", damaged)}")
        );
    }

    /// <summary>The services, of those named, that run a program of the folder now.</summary>
    public IEnumerable<string> Running(string folder, IEnumerable<string> services) =>
        services.Where(name =>
            host.Services.Find(name) is { State: not ServiceState.Stopped } info
            && info.Config.ImagePath.Contains($@"{folder}\", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Stops them: a running program's file cannot be replaced or deleted.</summary>
    public async Task StopAsync(
        string folder,
        IEnumerable<string> services,
        StepContext context,
        CancellationToken cancellation
    )
    {
        foreach (var name in Running(folder, services))
        {
            await _services.StopAsync(name, context.Report, cancellation);
        }
    }
}
