using Mullion.Core;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Specs;
using Mullion.Lab;

namespace Mullion.Cli.Hosting;

/// <summary>The ways to hosts that this version has.</summary>
internal static class HostLinks
{
    public static IHostLink Of(HostReference host, LabLauncher lab) =>
        host.Scheme == HostScheme.Lab
            ? new LabHostLink(lab, new NewLabHost(host.Target))
            : throw new MullionException(
                $"The host {host} cannot be reached: this version reaches simulated hosts only.",
                "Write host: lab:NAME to try it; real hosts come with a later version."
            );
}
