using Mullion.Core;
using Mullion.Docker;

namespace Mullion.Swarm.Orchestration;

/// <summary>
/// The managers of one swarm, of which any may be down. A call goes to the manager that answered last; when that one is
/// gone, it is made again at the next: so it must be one that may be made twice. One manager alone is simply asked.
/// </summary>
/// <param name="clients">In the order in which they are tried.</param>
/// <param name="clock">The clock of the wait for a leader.</param>
internal sealed class SwarmManagers(IReadOnlyList<IDockerClient> clients, TimeProvider clock)
    : IDisposable
{
    /// <summary>An election takes up to twice Raft's election tick, which is 10 s.</summary>
    private static readonly TimeSpan ElectionLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock state = new();
    private readonly HashSet<int> admitted = [];
    private int latest;
    private string? cluster;

    /// <summary>Makes a call at a manager that answers.</summary>
    /// <exception cref="MullionException">None answers, and why each does not; or one answered, and refused.</exception>
    public async Task<T> AskAsync<T>(
        Func<IDockerClient, Task<T>> call,
        CancellationToken cancellation
    )
    {
        if (clients is [var only])
        {
            return await call(only);
        }

        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var absent = new SortedDictionary<int, Absence>();
            var first = Volatile.Read(ref latest);
            for (var i = 0; i < clients.Count; i++)
            {
                var index = (first + i) % clients.Count;
                try
                {
                    await AdmitAsync(index, cancellation);
                    var answer = await call(clients[index]);
                    Volatile.Write(ref latest, index);
                    return answer;
                }
                catch (MullionException e)
                    when (Absence.Of(clients[index].Endpoint, e) is { } absence)
                {
                    absent[index] = absence;
                    Forget(index);
                }
            }

            if (waited >= ElectionLimit || !absent.Values.Any(a => a.Electing))
            {
                throw new MullionException(
                    $"No manager of the swarm answers: {string.Join("; ", absent.Values)}.",
                    "One that answers is enough: start it, or correct orchestrator.swarm.manager."
                );
            }

            await Task.Delay(Pause, clock, cancellation);
        }
    }

    /// <inheritdoc cref="AskAsync{T}"/>
    public Task AskAsync(Func<IDockerClient, Task> call, CancellationToken cancellation) =>
        AskAsync(
            async client =>
            {
                await call(client);
                return true;
            },
            cancellation
        );

    public void Dispose()
    {
        foreach (var client in clients)
        {
            client.Dispose();
        }
    }

    /// <summary>Takes a manager only if it is one, and one of the swarm that the others are of.</summary>
    private async Task AdmitAsync(int index, CancellationToken cancellation)
    {
        lock (state)
        {
            if (admitted.Contains(index))
            {
                return;
            }
        }

        var client = clients[index];
        var swarm = (await client.Engine.InfoAsync(cancellation)).Swarm;
        NotManagerException.Demand(client.Endpoint, swarm);
        // A manager without a leader cannot tell its cluster, and says so here.
        if (swarm is { Cluster: null or { Id: "" }, Error: { Length: > 0 } error })
        {
            throw new NotManagerException(
                client.Endpoint,
                $"cannot tell its swarm ({error.TrimEnd('.')})",
                "Look with `docker node ls` there: more than half of the managers must be reachable."
            );
        }

        lock (state)
        {
            cluster ??= swarm.Cluster?.Id;
            if (swarm.Cluster is { Id: var id } && id != cluster)
            {
                throw new NotManagerException(
                    client.Endpoint,
                    $"is a manager of another swarm ({id}, not {cluster})",
                    "Name only managers of one swarm in orchestrator.swarm.manager."
                );
            }

            admitted.Add(index);
        }
    }

    private void Forget(int index)
    {
        lock (state)
        {
            admitted.Remove(index);
        }
    }
}
