using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Resources;
using Mullion.Remote.Protocol;
using Mullion.Remote.Tests.Support;

namespace Mullion.Remote.Tests;

public sealed class RoundTripTests
{
    private readonly EventLog _events = new();

    [Fact]
    public async Task Every_verb_arrives_with_all_that_it_carries()
    {
        await using var rig = new Rig(new FakeExecutor { View = Samples.Journal });
        rig.Executor.Apply = (_, events, _) =>
        {
            events.Report(Samples.Event(1));
            events.Report(Samples.Event(2));
            return Task.FromResult(Samples.Segment);
        };
        await using var remote = await rig.ConnectAsync();

        Same(await remote.FactsAsync(default), Samples.Facts);
        Same(await remote.JournalAsync(default), Samples.Journal);
        Same(await remote.PlanAsync(Samples.Blueprint, default), Samples.Plan);
        Same(await remote.PlanRemovalAsync(default), Samples.Plan);
        await remote.BeginAsync(Samples.Run, default);
        await remote.PutPackageAsync("aa", new MemoryStream([1, 2, 3]), default);
        Same(await remote.ApplyAsync(Samples.ApplyRequest, _events, default), Samples.Segment);
        Same(
            await remote.TakeBackAsync(new TakeBackRequest(["service/a"]), _events, default),
            Samples.Segment
        );
        await remote.RecordAsync(Samples.Journal.Records[0], default);
        await remote.EndAsync("done", default);
        await remote.BeginAsync(Samples.Run, default);
        await remote.RebootAsync(default);
        await remote.BeginAsync(Samples.Run, default);
        await remote.CloseAsync(default);

        rig.Executor.Verbs.ShouldBe([
            "facts",
            "journal",
            "plan",
            "plan-removal",
            "begin",
            "put",
            "apply",
            "take-back",
            "record",
            "end",
            "begin",
            "reboot",
            "begin",
            "close",
        ]);
        _events.Events.ShouldBe([Samples.Event(1), Samples.Event(2), Samples.Event(1)]);
        var bodies = rig.Executor.Calls.Where(c => c.Body is not null).ToList();
        Same(bodies[0].Body.ShouldBeOfType<Core.Blueprints.Blueprint>(), Samples.Blueprint);
        bodies[1].Body.ShouldBe(Samples.Run);
        bodies[2].Body.ShouldBe("aa");
        Same(bodies[3].Body.ShouldBeOfType<ApplyRequest>(), Samples.ApplyRequest);
        bodies[4].Body.ShouldBeOfType<TakeBackRequest>().Ids.ShouldBe(["service/a"]);
        Same(
            bodies[5].Body.ShouldBeOfType<Core.Convergence.Journals.JournalRecord>(),
            Samples.Journal.Records[0]
        );
        bodies[6].Body.ShouldBe("done");
    }

    [Fact]
    public async Task A_plan_has_the_same_digest_on_both_sides()
    {
        await using var rig = new Rig();
        await using var remote = await rig.ConnectAsync();

        (await remote.PlanRemovalAsync(default)).Digest().ShouldBe(Samples.Plan.Digest());
    }

    [Fact]
    public void The_samples_hold_every_kind_of_resource() =>
        Samples
            .Resources.Select(r => r.GetType())
            .ShouldBe(
                typeof(Resource)
                    .GetCustomAttributes<JsonDerivedTypeAttribute>()
                    .Select(a => a.DerivedType)
            );

    [Fact]
    public async Task The_secret_of_an_apply_is_in_its_own_line_and_in_no_other()
    {
        var up = new List<string>();
        await using var rig = new Rig();
        await using var remote = await RemoteExecutor.ConnectAsync(
            "lab:win-1",
            async c => new TapStream(await rig.DialAsync(c), up),
            rig.Options(),
            default
        );
        await remote.BeginAsync(Samples.Run, default);
        await remote.ApplyAsync(Samples.ApplyRequest, _events, default);
        await remote.EndAsync("done", default);

        var all = string.Concat(up).Split('\n');
        all.Where(l => l.Contains(Samples.Secret))
            .ShouldHaveSingleItem()
            .ShouldContain("\"verb\":\"apply\"");
    }

    [Fact]
    public async Task A_package_that_nobody_reads_is_not_sent()
    {
        await using var rig = new Rig(new FakeExecutor { Put = (_, _) => Task.CompletedTask });
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);
        using var content = new MemoryStream(new byte[1 << 20]);

        await remote.PutPackageAsync("aa", content, default);

        content.Position.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ExecutorProtocol.ChunkBytes)]
    [InlineData(5_000_000)]
    public async Task A_package_arrives_byte_by_byte(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        var arrived = new MemoryStream();
        await using var rig = new Rig(
            new FakeExecutor
            {
                Put = (_, content) =>
                {
                    content.CopyTo(arrived);
                    return Task.CompletedTask;
                },
            }
        );
        await using var remote = await rig.ConnectAsync();
        await remote.BeginAsync(Samples.Run, default);

        await remote.PutPackageAsync("aa", new MemoryStream(bytes), default);

        arrived.ToArray().ShouldBe(bytes);
    }

    private static void Same<T>(T actual, T expected) =>
        Encoding
            .UTF8.GetString(Wire.Line(actual))
            .ShouldBe(Encoding.UTF8.GetString(Wire.Line(expected)));
}
