using System.Runtime.Versioning;
using Mullion.Core;
using Mullion.Lab.Folders;
using Mullion.Lab.Tests.Support;

namespace Mullion.Lab.Tests.Hosts;

public sealed class LabServerTests
{
    [Fact]
    public async Task Hosts_get_what_was_asked_for_and_addresses_of_their_own()
    {
        await using var lab = await TempLab.StartAsync(o =>
            o with
            {
                Manager = false,
                Build = 17763,
            }
        );

        var one = await lab.Client.NewHostAsync(new NewLabHost("win-1"), default);
        var db = await lab.Client.NewHostAsync(
            new NewLabHost("db")
            {
                Build = 26100,
                Core = false,
                Engine = "27.5.1",
            },
            default
        );
        var three = await lab.Client.EnsureHostAsync(new NewLabHost("win-3"), default);
        var same = await lab.Client.EnsureHostAsync(
            new NewLabHost("WIN-3") { Build = 26100 },
            default
        );

        (one.Build, one.Core, one.Address).ShouldBe((17763, true, "10.0.0.21"));
        (db.Build, db.Core, db.Address).ShouldBe((26100, false, "10.0.0.22"));
        three.Address.ShouldBe("10.0.0.23");
        same.ShouldBe(three, new ByName());
        (await lab.Client.FindAsync(default))!
            .Hosts.Select(h => h.Name)
            .ShouldBe(["db", "win-1", "win-3"]);
        await using var executor = await lab.Link("db").ConnectAsync(default);
        (await executor.FactsAsync(default)).Engine!.Running.ShouldBeTrue();
    }

    [Theory]
    [InlineData("28.2.2", "Engine 28.2.2 does not start on build 14393", "20.10.24")]
    [InlineData("latest", "\"latest\" is no engine version.", "28.2.2")]
    [InlineData("28.2", "\"28.2\" is no engine version.", "28.2.2")]
    public async Task An_engine_that_its_build_cannot_start_is_refused(
        string engine,
        string message,
        string fix
    )
    {
        await using var lab = await TempLab.StartAsync(o => o with { Manager = false });
        var wanted = new NewLabHost("win-1") { Build = 14393, Engine = engine };

        var refused = await Should.ThrowAsync<MullionException>(
            lab.Client.NewHostAsync(wanted, default)
        );

        refused.Message.ShouldStartWith(message);
        refused.Fix!.ShouldContain(fix);
        await lab.Client.NewHostAsync(wanted with { Engine = "20.10.24" }, default);
        await using var executor = await lab.Link("win-1").ConnectAsync(default);
        (await executor.FactsAsync(default)).Engine!.Running.ShouldBeTrue();
    }

    [Theory]
    [InlineData("win-1", null, null, "The lab has a host win-1 already.")]
    [InlineData("WIN-1", null, null, "The lab has a host WIN-1 already.")]
    [InlineData("a/b", null, null, "\"a/b\" is no name for a host.")]
    [InlineData("win-2", 9600, null, "Build 9600 is not simulated.")]
    [InlineData("win-2", null, "10.0.0.21", "The address 10.0.0.21 is that of win-1.")]
    public async Task What_cannot_be_made_is_refused(
        string name,
        int? build,
        string? address,
        string message
    )
    {
        await using var lab = await TempLab.StartAsync(o => o with { Manager = false });
        await lab.Client.NewHostAsync(new NewLabHost("win-1"), default);

        var refused = await Should.ThrowAsync<MullionException>(
            lab.Client.NewHostAsync(
                new NewLabHost(name) { Build = build, Address = address },
                default
            )
        );

        refused.Message.ShouldBe(message);
        refused.Fix.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_named_with_those_that_are()
    {
        await using var lab = await TempLab.StartAsync(o => o with { Manager = false });
        await lab.Client.NewHostAsync(new NewLabHost("win-1"), default);

        var refused = await Should.ThrowAsync<MullionException>(
            lab.Client.CutPowerAsync("win-9", 0, default)
        );

        refused.Message.ShouldBe("The lab has no host win-9; it has win-1.");
    }

    [Fact]
    public async Task Faults_are_listed_and_cleared()
    {
        await using var lab = await TempLab.StartAsync(o => o with { Manager = false });
        await lab.Client.NewHostAsync(new NewLabHost("win-1"), default);

        var set = await lab.Client.FaultAsync(
            "win-1",
            "services.start docker: error 1053 x2",
            default
        );
        var cleared = await lab.Client.FaultAsync("win-1", "clear", default);

        set.Faults.ShouldBe(["services.start docker: error 1053 x2"]);
        cleared.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_has_one_lab()
    {
        await using var lab = await TempLab.StartAsync(o => o with { Manager = false });

        var refused = await Should.ThrowAsync<MullionException>(
            LabServer.StartAsync(lab.Folder, lab.Options)
        );

        refused.Message.ShouldBe($"Another lab process has {lab.Folder}.");
        (await lab.Client.FindAsync(default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Asked_to_end_it_ends_and_leaves_nothing()
    {
        await using var lab = await TempLab.StartAsync();
        await lab.Client.NewHostAsync(new NewLabHost("win-1"), default);
        await lab.EndAsync();
        using var never = new CancellationTokenSource();
        var running = LabServer.RunAsync(lab.Folder, lab.Options, never.Token);
        await ListeningAsync(lab.Folder);

        (await lab.Launcher.StopAsync(default)).ShouldBeTrue();

        await running;
        Directory.Exists(lab.Folder.Path).ShouldBeFalse();
        (await lab.Launcher.StopAsync(default)).ShouldBeFalse();
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Its_files_and_sockets_are_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var lab = await TempLab.StartAsync();
        await lab.Client.NewHostAsync(new NewLabHost("win-1"), default);

        string[] all =
        [
            lab.Folder.ControlSocket,
            lab.Folder.ManagerSocket,
            lab.Folder.HostSocket("win-1"),
            lab.Folder.HostFile("win-1"),
        ];

        all.ShouldAllBe(f =>
            File.GetUnixFileMode(f) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)
        );
    }

    [Theory]
    [InlineData("mullion-lab")]
    [InlineData("lab.lock")]
    [InlineData("control.sock")]
    public async Task A_lab_whose_folder_is_taken_away_ends(string gone)
    {
        await using var lab = await TempLab.StartAsync(o => o with { Manager = false });
        await lab.EndAsync();
        await using var server = await LabServer.StartAsync(lab.Folder, lab.Options);

        File.Delete(Path.Combine(lab.Folder.Path, gone));

        await server.Stopped.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_lab_whose_whole_folder_is_removed_ends_quietly()
    {
        await using var lab = await TempLab.StartAsync(o => o with { Manager = false });
        await lab.Client.NewHostAsync(new NewLabHost("win-1"), default);
        await lab.EndAsync();
        await using var server = await LabServer.StartAsync(lab.Folder, lab.Options);

        Directory.Delete(lab.Folder.Path, recursive: true);

        await server.Stopped.WaitAsync(TimeSpan.FromSeconds(20));
        await server.DisposeAsync();
        Directory.Exists(lab.Folder.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_damaged_host_is_named_with_what_to_do()
    {
        await using var lab = await TempLab.StartAsync(o => o with { Manager = false });
        await lab.Client.NewHostAsync(new NewLabHost("win-1"), default);
        await lab.EndAsync();
        var file = lab.Folder.HostFile("win-1");
        File.WriteAllText(file, File.ReadAllText(file)[..1000]);

        var failed = await Should.ThrowAsync<MullionException>(lab.BeginAsync());

        failed.Message.ShouldStartWith($"The saved host {file} is damaged: ");
        failed.Fix!.ShouldStartWith("Delete that file");
        new LabLog(lab.Folder).LastError()!.ShouldContain($"{file} is damaged");
    }

    [Fact]
    public async Task A_host_that_cannot_restart_is_off_and_the_log_says_why()
    {
        await using var lab = await TempLab.StartAsync(o => o with { Manager = false });
        await lab.Client.NewHostAsync(new NewLabHost("win-1"), default);
        Directory.Delete(lab.Folder.HostFolder, recursive: true);

        await lab.Client.CutPowerAsync("win-1", 0, default);
        var log = new LabLog(lab.Folder);
        await lab.UntilAsync("win-1", _ => log.LastError() is not null);

        (await lab.HostAsync("win-1")).State.ShouldNotBe(LabHostState.Running);
        log.LastError()!
            .ShouldContain("error: win-1 did not restart: DirectoryNotFoundException: ");
        Directory.CreateDirectory(lab.Folder.HostFolder);
    }

    /// <summary>Waits until a lab of this process listens.</summary>
    private static async Task ListeningAsync(LabFolder folder)
    {
        var client = new LabClient(folder);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await client.FindAsync(limit.Token) is null)
        {
            await Task.Yield();
        }
    }

    private sealed class ByName : IEqualityComparer<LabHostStatus>
    {
        public bool Equals(LabHostStatus? x, LabHostStatus? y) =>
            x?.Name == y?.Name && x?.Build == y?.Build;

        public int GetHashCode(LabHostStatus obj) => obj.Build;
    }
}
