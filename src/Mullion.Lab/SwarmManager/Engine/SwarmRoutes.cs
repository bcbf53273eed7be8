using Mullion.Lab.SwarmManager.Model;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary><c>/swarm</c>.</summary>
internal static class SwarmRoutes
{
    public const string AlreadyMember =
        "This node is already part of a swarm. Use \"docker swarm leave\" to leave this swarm and join another one.";

    public const string LastManager =
        "You are attempting to leave the swarm on a node that is participating as a manager. Removing the last manager erases all current state of the swarm. Use `--force` to ignore this message. ";

    public static void Update(SwarmState state, EngineRequest request)
    {
        // Of what can be tuned only the heartbeat means anything here.
        var dispatcher = Json.Child(EngineBody.Object(request), "Dispatcher");
        if (EngineBody.Version(request, "swarm") != state.ClusterVersion)
        {
            throw ServiceBook.OutOfSequence();
        }

        if (Json.Number(dispatcher, "HeartbeatPeriod") is > 0 and var nanoseconds)
        {
            state.HeartbeatPeriod = TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
        }

        if (request.Flag("rotateWorkerToken"))
        {
            state.WorkerToken = state.NewToken();
        }

        if (request.Flag("rotateManagerToken"))
        {
            state.ManagerToken = state.NewToken();
        }

        state.ClusterVersion = state.NextVersion();
        state.UpdatedAt = state.Now;
    }
}
