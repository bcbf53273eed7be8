using Mullion.Core.Resources;
using Mullion.Docker;
using Mullion.Docker.Connections;
using Mullion.Docker.Services;
using Mullion.Docker.Tasks;

namespace Mullion.Cli.Demo;

/// <summary>A service that only Windows can run, to show that the cluster uses its new nodes.</summary>
internal sealed class DemoService(string manager, TimeProvider clock) : IDisposable
{
    public const string Name = "mullion-demo-iis";
    public const string Image = "mcr.microsoft.com/windows/servercore/iis";
    public const string Constraint = "node.platform.os==windows";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly DockerClient _client = new(DockerEndpoint.Parse(manager));

    /// <summary>Creates it with two replicas and waits until both run; tells where.</summary>
    public async Task<IReadOnlyList<string>> StartAsync(CancellationToken cancellation)
    {
        await _client.Services.CreateAsync(
            new ServiceSpec
            {
                Name = Name,
                TaskTemplate = new TaskTemplate
                {
                    ContainerSpec = new ContainerSpec { Image = Image },
                    Placement = new Placement { Constraints = [Constraint] },
                },
                Mode = new ServiceMode { Replicated = new ReplicatedMode(2) },
            },
            cancellation
        );
        var tasks = await Poll.UntilAsync(
            clock,
            Limit,
            () => _client.Tasks.ListAsync(new TaskFilter { Services = [Name] }, cancellation),
            all => all.Count(Runs) >= 2,
            all =>
                $"The service {Name} does not run: {string.Join(", ", all.Select(t => $"{t.Status.State} {t.Status.Err}"))}.",
            cancellation
        );
        var nodes = await _client.Nodes.ListAsync(null, cancellation);
        return
        [
            .. tasks
                .Where(Runs)
                .OrderBy(t => t.Slot)
                .Select(t =>
                    $"{Name}.{t.Slot}   running on {nodes.Single(n => n.Id == t.NodeId).Hostname}"
                ),
        ];
    }

    private static bool Runs(SwarmTask task) => task.Status.State == "running";

    public async Task StopAsync(CancellationToken cancellation)
    {
        var services = await _client.Services.ListAsync(cancellation);
        foreach (var service in services.Where(s => s.Spec.Name == Name))
        {
            await _client.Services.DeleteAsync(service.Id, cancellation);
        }
    }

    public void Dispose() => _client.Dispose();
}
