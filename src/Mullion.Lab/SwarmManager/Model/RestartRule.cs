using System.Text.Json.Nodes;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>When a task that ended is replaced.</summary>
/// <param name="Condition"><c>any</c>, <c>on-failure</c> or <c>none</c>.</param>
/// <param name="Delay">Between end and start; 5 s unless told otherwise, as in swarmkit.</param>
/// <param name="MaxAttempts">0 for no limit.</param>
internal sealed record RestartRule(string Condition, TimeSpan Delay, long MaxAttempts)
{
    public static RestartRule Read(JsonObject? policy) =>
        new(
            Json.Text(policy, "Condition") is { Length: > 0 } condition ? condition : "any",
            policy?[nameof(Delay)] is null
                ? TimeSpan.FromSeconds(5)
                : TimeSpan.FromTicks(
                    Json.Number(policy, nameof(Delay)) / TimeSpan.NanosecondsPerTick
                ),
            Json.Unsigned(
                policy,
                "MaxAttempts",
                "RestartPolicy.TaskTemplate.RestartPolicy.MaxAttempts of type uint64"
            )
        );

    public bool Allows(bool failed, int attempts) =>
        Condition != "none"
        && (failed || Condition == "any")
        && (MaxAttempts == 0 || attempts < MaxAttempts);
}
