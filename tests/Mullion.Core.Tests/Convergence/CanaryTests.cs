using System.Text;
using System.Text.Json;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Core.Resources.SwarmMemberships;
using Mullion.Core.Secrets;
using Mullion.Simulation.Swarm;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>The join token is looked for everywhere, as a whole and by its secret half, in clear and in base 64.</summary>
public sealed class CanaryTests
{
    [Fact]
    public async Task A_life_leaves_it_nowhere()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var canary = new Canary(bed.Swarm.WorkerToken);

        var plan = await bed.PlanAsync();
        canary.NotIn("plan", Json(plan));
        canary.NotIn("plan", plan.ToString());
        var applied = await bed.ApplyAsync();
        canary.NotIn("result", Json(applied));
        canary.NotOn(bed);
        canary.NotIn("removal plan", Json(await bed.PlanRemovalAsync()));
        canary.NotIn("result", Json(await bed.RemoveAsync()));
        canary.NotOn(bed);

        applied.Status.ShouldBe(RunStatus.Done);
    }

    [Fact]
    public async Task Nor_does_a_failure_whose_text_repeats_it()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var token = bed.Swarm.WorkerToken;
        var canary = new Canary(token);
        bed.Way.Enrolling = join =>
            throw new SwarmJoinException($"the manager says: {join.Token} is not it");

        var result = await bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Failed);
        result.Steps.ShouldContain(s =>
            s.Message != null && s.Message.Contains("the manager says: ")
        );
        canary.NotIn("result", Json(result));
        canary.NotOn(bed);
    }

    [Fact]
    public async Task Nor_does_a_defect_whose_text_repeats_it()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var canary = new Canary(bed.Swarm.WorkerToken);
        bed.Way.Enrolling = join => throw new FormatException($"cannot read '{join.Token}'");

        var result = await bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Failed);
        canary.NotIn("result", Json(result));
        canary.NotOn(bed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nor_does_a_failure_that_repeats_another_token_than_the_runs_own(bool defect)
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var rotated = bed.Swarm.WorkerToken;
        var canary = new Canary(rotated);
        await bed.Docker.Swarm.RotateWorkerTokenAsync();
        bed.Way.Enrolling = _ =>
            throw (
                defect
                    ? new FormatException($"cannot read '{rotated}'")
                    : new SwarmJoinException($"{rotated} was rotated")
            );

        var result = await bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Failed);
        canary.NotIn("result", Json(result));
        canary.NotOn(bed);
    }

    [Fact]
    public async Task Nor_does_an_error_that_the_engine_repeats_in_what_it_says_of_itself()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var canary = new Canary(bed.Swarm.WorkerToken);
        await bed.ApplyAsync();
        var host = new ProbedHost(bed.Host)
        {
            Engine = new FailedEngine(bed.Host.Engine, $"{bed.Swarm.WorkerToken} was refused"),
        };

        var state = await new MembershipReader(host).ReadAsync(CancellationToken.None);

        state![MembershipReader.Error]!.ShouldContain("was refused");
        canary.NotIn("state", Json(state));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Nor_is_the_password_of_a_registry_in_plan_journal_or_event(string? right)
    {
        using var bed = new Bed(HostTemplates.Bare(20348), Bed.Specs.Secured(Bed.Specs.Bare));
        var canary = new Canary(BedImages.Password);
        if (right is not null)
        {
            bed.Host.World.Registries.Require(BedImages.Registry, "puller", right);
        }

        canary.NotIn("plan", Json(await bed.PlanAsync()));
        var applied = await bed.ApplyAsync();
        canary.NotIn("result", Json(applied));
        canary.NotOn(bed);
        canary.NotIn("result", Json(await bed.RemoveAsync()));
        canary.NotOn(bed);

        applied.Status.ShouldBe(right is null ? RunStatus.Done : RunStatus.Failed, bed.Told());
    }

    [Fact]
    public async Task Nor_does_the_text_of_any_record_that_carries_it()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var canary = new Canary(bed.Swarm.WorkerToken);
        var plan = await bed.PlanAsync();
        var secrets = plan.Secrets;
        object[] carriers =
        [
            secrets,
            await bed.Orchestrator.InspectAsync(CancellationToken.None),
            plan,
            new ApplyRequest([], secrets),
            new StepContext(secrets, _ => { }),
            new SwarmJoin([], bed.Swarm.WorkerToken, "0.0.0.0:2377", null, null, "active"),
            new ImagePull("x", "puller", bed.Swarm.WorkerToken),
        ];

        foreach (var carrier in carriers)
        {
            canary.NotIn(carrier.GetType().Name, carrier.ToString()!);
        }

        Carriers().ShouldBe(carriers.Select(c => c.GetType()), ignoreOrder: true);
    }

    /// <summary>Every type of Core that holds a token or a bag of secrets, at any depth.</summary>
    private static IEnumerable<Type> Carriers()
    {
        var types = typeof(SecretBag).Assembly.GetTypes().Where(t => t.IsClass && t.IsPublic);
        var found = new HashSet<Type> { typeof(SecretBag) };
        for (var before = 0; before != found.Count; )
        {
            before = found.Count;
            found.UnionWith(
                types.Where(t =>
                    t.GetProperties()
                        .Any(p =>
                            !p.GetMethod!.IsStatic
                            && (
                                found.Contains(p.PropertyType)
                                || p.PropertyType.GetGenericArguments().Any(found.Contains)
                                || (
                                    p.PropertyType == typeof(string)
                                    && (p.Name.Contains("Token") || p.Name.Contains("Password"))
                                    && !p.Name.EndsWith("Secret") // the name of a secret, not the secret
                                )
                            )
                        )
                )
            );
        }

        return found;
    }

    /// <summary>An engine whose membership has come to an error.</summary>
    private sealed class FailedEngine(IHostEngine engine, string error) : IHostEngine
    {
        public async Task<EngineInfo?> InfoAsync(CancellationToken cancellation) =>
            await engine.InfoAsync(cancellation) is { } info
                ? info with
                {
                    Swarm = info.Swarm with { Error = error },
                }
                : null;

        public Task<IReadOnlyList<EngineContainer>> ContainersAsync(
            CancellationToken cancellation
        ) => engine.ContainersAsync(cancellation);

        public Task<string> PingOverTlsAsync(EngineTlsCall call, CancellationToken cancellation) =>
            engine.PingOverTlsAsync(call, cancellation);

        public Task JoinSwarmAsync(SwarmJoin request, CancellationToken cancellation) =>
            engine.JoinSwarmAsync(request, cancellation);

        public Task LeaveSwarmAsync(bool force, CancellationToken cancellation) =>
            engine.LeaveSwarmAsync(force, cancellation);

        public Task<bool> HasImageAsync(string reference, CancellationToken cancellation) =>
            engine.HasImageAsync(reference, cancellation);

        public Task PullImageAsync(
            ImagePull request,
            IProgress<ImageProgress>? progress,
            CancellationToken cancellation
        ) => engine.PullImageAsync(request, progress, cancellation);

        public Task<IReadOnlyList<string>> LoadImagesAsync(
            string path,
            CancellationToken cancellation
        ) => engine.LoadImagesAsync(path, cancellation);

        public Task RemoveImageAsync(string reference, CancellationToken cancellation) =>
            engine.RemoveImageAsync(reference, cancellation);

        public Task<ContainerResult> RunContainerAsync(
            ContainerRun run,
            CancellationToken cancellation
        ) => engine.RunContainerAsync(run, cancellation);
    }

    private static string Json(object value) =>
        JsonSerializer.Serialize(value, value.GetType(), JsonSerializerOptions.Default);

    private sealed class Canary(string token)
    {
        private readonly string _secret = token[(token.LastIndexOf('-') + 1)..];

        public void NotIn(string where, string text)
        {
            text.Contains(_secret, StringComparison.OrdinalIgnoreCase)
                .ShouldBeFalse($"{where} holds the token: {text}");
            // In base 64 a text has one of three forms, by where it begins; the middle of each is the same.
            for (var shift = 0; shift < 3; shift++)
            {
                var encoded = Convert.ToBase64String(
                    Encoding.ASCII.GetBytes(new string(' ', shift) + _secret)
                );
                text.Contains(encoded[4..^4]).ShouldBeFalse($"{where} holds the token in base 64");
            }
        }

        /// <summary>Files, among them the journal, operations, the event log, and the events of the run.</summary>
        public void NotOn(Bed bed)
        {
            foreach (var file in bed.Host.State.Files.Values)
            {
                NotIn(file.Path, Encoding.Latin1.GetString(file.Content.Span));
            }

            NotIn("services", string.Join('\n', bed.Host.State.Services.Values));
            NotIn("firewall", string.Join('\n', bed.Host.State.Firewall.Values));
            NotIn("operations", string.Join('\n', bed.Host.Log.Records));
            NotIn("event log", string.Join('\n', bed.Host.State.EventLog));
            NotIn("events", string.Join('\n', bed.Events.Select(Json)));
            NotIn("host", bed.Host.Save());
            NotIn("snapshot", bed.Host.Snapshot().ToString());
        }
    }
}
