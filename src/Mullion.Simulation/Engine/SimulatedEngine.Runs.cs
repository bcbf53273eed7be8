using Mullion.Core.Hosts;
using Mullion.Simulation.Images;

namespace Mullion.Simulation.Engine;

/// <content>Containers that do one thing and go.</content>
public sealed partial class SimulatedEngine
{
    // A Windows container takes its time to start.
    private static readonly TimeSpan RunTime = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public async Task<ContainerResult> RunContainerAsync(
        ContainerRun run,
        CancellationToken cancellation
    )
    {
        const string operation = "engine.runContainer";
        EngineProcess? process = null;
        var result = new ContainerResult(0, "");
        try
        {
            await _host.Gate.RunAsync(
                operation,
                run.Image,
                () =>
                {
                    process = Process(operation, run.Image);
                    if (!process.Containers.Layers.HasImage(run.Image))
                    {
                        throw EngineErrors.Of(
                            operation,
                            run.Image,
                            EngineErrors.NotFound,
                            $"No such image: {run.Image}"
                        );
                    }

                    RemoveNamed(process, run.Name);
                    process.Containers.Put(
                        new SimulatedContainer(NewId(run), run.Name, run.Image)
                        {
                            Running = true,
                            AutoRemove = true,
                        }
                    );
                    return RunTime;
                },
                () =>
                {
                    if (!process!.Alive)
                    {
                        throw EngineErrors.Of(
                            operation,
                            run.Image,
                            EngineErrors.BrokenPipe,
                            EngineErrors.EndOfFile
                        );
                    }

                    result = ContainerPrograms.Run(_host, run);
                },
                cancellation
            );
        }
        finally
        {
            lock (_host.Sync)
            {
                if (process is { Alive: true })
                {
                    RemoveNamed(process, run.Name);
                }
            }
        }

        return result;
    }

    private static void RemoveNamed(EngineProcess process, string name)
    {
        if (process.Containers.All().FirstOrDefault(c => c.Name == name) is { } left)
        {
            process.Containers.Remove(left);
        }
    }

    private string NewId(ContainerRun run) =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes($"{run.Name} {_host.State.Operations}")
            )
        );
}
