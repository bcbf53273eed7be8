using Mullion.Swarm.Worker.Sessions;

namespace Mullion.Swarm.Tests.Worker.Sessions;

public sealed class BackoffTests
{
    [Fact]
    public void It_doubles_from_100_ms_to_8_s_and_stays_there()
    {
        var backoff = new Backoff(() => 1);

        Enumerable
            .Range(0, 9)
            .Select(_ => backoff.Next().TotalMilliseconds)
            .ShouldBe([100, 200, 400, 800, 1600, 3200, 6400, 8000, 8000]);
    }

    [Fact]
    public void It_is_random_within_and_starts_again_after_success()
    {
        var backoff = new Backoff(() => 0.25);
        backoff.Next();
        backoff.Next();

        backoff.Reset();

        backoff.Next().ShouldBe(TimeSpan.FromMilliseconds(25));
    }

    [Fact]
    public void A_rate_limit_is_waited_out() =>
        new Backoff(() => 0).NextAfterRateLimit().ShouldBe(TimeSpan.FromSeconds(8));
}
