using System.Net.Sockets;
using System.Text;
using Mullion.Integration.Tests.Docker;
using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary><c>mullion lab worker</c> beside a real manager and the real docker command line.</summary>
public sealed class LabWorkerTests
{
    private const string SecretText = "CanaryOfASecret4711";
    private const string ConfigText = "CanaryOfAConfig4711";

    [Fact]
    public async Task Workers_take_tasks_by_constraint_show_logs_and_leave_nothing()
    {
        DockerCli.Demand();
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await using var fleet = await Fleet.StartAsync(swarm, program, 5, "--label", "rack=a");
        var docker = new DockerCli(Path.Combine(program.Folder, "home"));
        Task<string> Run(params string[] words) =>
            docker.RunAsync(["-H", swarm.Endpoint.ToString(), .. words]);

        using var client = swarm.Client();
        (await client.Nodes.ListAsync())
            .Where(n => n.Hostname!.StartsWith("sim-win-") && n.IsReady)
            .Select(n => n.Description.Platform.Os)
            .ShouldBe(Enumerable.Repeat("windows", 5));
        var secret = Path.Combine(program.Folder, "home", "secret");
        await File.WriteAllTextAsync(secret, SecretText);
        var config = Path.Combine(program.Folder, "home", "config");
        await File.WriteAllTextAsync(config, ConfigText);
        await Run("secret", "create", "pw", secret);
        await Run("config", "create", "conf", config);
        File.Delete(secret);
        File.Delete(config);
        await Run(
            "service",
            "create",
            "--detach",
            "--no-resolve-image",
            "--name",
            "web",
            "--replicas",
            "10",
            "--constraint",
            "node.platform.os==windows",
            "--constraint",
            "engine.labels.rack==a",
            "--constraint",
            "engine.labels.mullion.build==20348",
            "--secret",
            "pw",
            "--config",
            "conf",
            "corp.example/web:1"
        );
        await Eventually.BecomesAsync(
            async () => (await client.Tasks.ListAsync()).Count(t => t.Status.State == "running"),
            running => running == 10,
            "ten running tasks"
        );

        var logs = await Run("service", "logs", "--raw", "web");
        logs.Split('\n').Count(l => l.StartsWith("simulated: web.")).ShouldBe(10);
        logs.Split('\n').Length.ShouldBe(20);
        (await Run("service", "logs", "--raw", "--tail", "1", "web"))
            .Split('\n')
            .ShouldBe(Enumerable.Repeat("simulated: nothing runs in this container", 10));
        var one = (await client.Tasks.ListAsync())[0];
        (await Run("service", "logs", "--raw", one.Id)).Split('\n').Length.ShouldBe(2);

        var end = (await fleet.StopAsync()).Ended(0);

        end.Out.ShouldContain("5 simulated workers had joined; 10 tasks were started on them.");
        end.Out.ShouldContain("Their nodes are removed: 5.");
        end.Error.ShouldContain("5 of 5 joined, 5 active");
        (await client.Nodes.ListAsync()).ShouldHaveSingleItem();
        foreach (var canary in new[] { SecretText, ConfigText }.Select(c => new Canary(c)))
        {
            canary.FilesIn(program.Folder).ShouldBeEmpty();
            canary.IsIn(end.Out + end.Error + logs).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Logs_are_followed_also_of_tasks_that_are_still_to_come()
    {
        DockerCli.Demand();
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await using var fleet = await Fleet.StartAsync(swarm, program, 2);
        var docker = new DockerCli(Path.Combine(program.Folder, "home"));
        Task<string> Run(params string[] words) =>
            docker.RunAsync(["-H", swarm.Endpoint.ToString(), .. words]);
        await Run(
            "service",
            "create",
            "--detach",
            "--no-resolve-image",
            "--name",
            "web",
            "--constraint",
            "node.platform.os==windows",
            "corp.example/web:1"
        );
        using var client = swarm.Client();
        await Eventually.BecomesAsync(
            async () => await client.Tasks.ListAsync(),
            tasks => tasks.Any(t => t.Status.State == "running"),
            "a running task"
        );

        using var http = Http(swarm);
        await using var following = await http.GetStreamAsync(
            "/v1.41/services/web/logs?follow=1&stdout=1&stderr=1"
        );
        await SeesAsync(following, "simulated: web.1.");
        await Run("service", "scale", "--detach", "web=2");
        await SeesAsync(following, "simulated: web.2.");
        await Run("service", "scale", "--detach", "web=0");
        await SeesAsync(following, "simulated: told to stop");
    }

    /// <summary>Reads on until a text has come; what comes is in frames of the engine's own, which do not matter here.</summary>
    private static async Task SeesAsync(Stream stream, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var seen = new StringBuilder();
        var buffer = new byte[4096];
        while (!seen.ToString().Contains(text, StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, limit.Token);
            read.ShouldBeGreaterThan(0, $"the log ended before '{text}': {seen}");
            seen.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
    }

    private static HttpClient Http(RealSwarm swarm) =>
        new(
            new SocketsHttpHandler
            {
                ConnectCallback = async (_, cancellation) =>
                {
                    var socket = new Socket(
                        AddressFamily.Unix,
                        SocketType.Stream,
                        ProtocolType.Unspecified
                    );
                    await socket.ConnectAsync(
                        new UnixDomainSocketEndPoint(swarm.Endpoint.Path),
                        cancellation
                    );
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        )
        {
            BaseAddress = new Uri("http://docker/"),
        };

    [Fact]
    public async Task A_wrong_token_a_managers_token_and_a_taken_name_are_refused()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        using var client = swarm.Client();
        var tokens = (await client.Swarm.InspectAsync()).JoinTokens;

        var wrong = await RunAsync(swarm, program, tokens.Worker[..^1] + "0");
        var manager = await RunAsync(swarm, program, tokens.Manager);
        (await RunAsync(swarm, program, tokens.Worker))
            .Ended(0)
            .Out.ShouldContain("docker node rm");
        var taken = await RunAsync(
            swarm,
            program,
            tokens.Worker,
            "--manager",
            swarm.Endpoint.ToString()
        );

        wrong.Ended(1).Error.ShouldContain("refuse the join token");
        manager.Ended(1).Error.ShouldContain("only workers can be joined: give the worker token");
        taken.Ended(3).Error.ShouldContain("The swarm has a node sim-win-1 already");
        (wrong.Error + manager.Error + wrong.Out + manager.Out).ShouldNotContain("SWMTKN-1-");
    }

    private static async Task<ProgramRun> RunAsync(
        RealSwarm swarm,
        MullionProgram program,
        string token,
        params string[] more
    )
    {
        var file = Path.Combine(program.Folder, "token");
        await File.WriteAllTextAsync(file, token);
        return await program.RunAsync([
            "lab",
            "worker",
            "--join",
            swarm.ManagerAddress,
            "--token-file",
            file,
            "--for",
            "1s",
            .. more,
        ]);
    }

    private sealed class Fleet(RunningProgram running) : IAsyncDisposable
    {
        private bool _stopped;

        public static async Task<Fleet> StartAsync(
            RealSwarm swarm,
            MullionProgram program,
            int count,
            params string[] more
        )
        {
            var file = Path.Combine(program.Folder, "token");
            await File.WriteAllTextAsync(file, await swarm.WorkerTokenAsync());
            var running = program.Start([
                "lab",
                "worker",
                "--join",
                swarm.ManagerAddress,
                "--token-file",
                file,
                "--count",
                $"{count}",
                "--manager",
                swarm.Endpoint.ToString(),
                .. more,
            ]);
            using var client = swarm.Client();
            await Eventually.BecomesAsync(
                async () => await client.Nodes.ListAsync(),
                nodes => nodes.Count(n => n.IsReady) == count + 1,
                $"{count} ready workers"
            );
            return new Fleet(running);
        }

        public async Task<ProgramRun> StopAsync()
        {
            _stopped = true;
            running.Interrupt();
            return await running.Ends;
        }

        public async ValueTask DisposeAsync()
        {
            if (!_stopped)
            {
                await StopAsync();
            }
        }
    }
}
