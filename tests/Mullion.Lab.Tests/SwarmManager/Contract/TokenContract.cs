using System.Net;
using Mullion.Simulation.Swarm;

namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>What rotating a token does. It needs a manager of its own: whoever joins meanwhile would be refused.</summary>
public abstract class TokenContract : ContractTest
{
    [Fact]
    public async Task A_rotated_token_is_another_and_the_old_one_is_refused()
    {
        var before = await Engine.ReadAsync("/swarm");
        var path = $"/swarm/update?version={before["Version"]!["Index"]}&rotateWorkerToken=true";
        var spec = before["Spec"]!.ToJsonString();

        (await Engine.PostAsync(path, spec)).Status.ShouldBe(HttpStatusCode.OK);

        var after = await Engine.ReadAsync("/swarm");
        ((string)after["JoinTokens"]!["Worker"]!).ShouldNotBe(
            (string)before["JoinTokens"]!["Worker"]!
        );
        ((string)after["JoinTokens"]!["Manager"]!).ShouldBe(
            (string)before["JoinTokens"]!["Manager"]!
        );
        var (status, body) = await Engine.PostAsync(path, spec);
        status.ShouldBe(HttpStatusCode.InternalServerError);
        ((string)body!["message"]!).ShouldBe(
            "rpc error: code = Unknown desc = update out of sequence"
        );
        (
            await Should.ThrowAsync<SwarmJoinException>(() =>
                Gateway.EnrollAsync(
                    Request((string)before["JoinTokens"]!["Worker"]!),
                    Node(),
                    default
                )
            )
        ).Message.ShouldBe(
            "rpc error: code = InvalidArgument desc = A valid join token is necessary to join this cluster"
        );
    }
}
