using System.Diagnostics;
using Mullion.Core;
using Mullion.Lab.Folders;
using Mullion.Testing;

namespace Mullion.Lab.Tests.Hosts;

public sealed class LabLauncherTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly string _root = Directory.CreateTempSubdirectory("lab-").FullName;
    private readonly ManualClock _clock = new();
    private readonly LabFolder _folder;

    public LabLauncherTests() => _folder = new LabFolder(Path.Combine(_root, "lab"));

    [Fact]
    public async Task A_process_that_still_has_the_folder_is_not_said_to_have_ended()
    {
        _folder.Create();
        File.WriteAllText(_folder.ProcessNote, "4711");
        await using var held = new FileStream(
            _folder.Lock,
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None
        );

        var stopping = Launcher("true").StopAsync(default);
        await _clock.WaitForTimerAsync(Interval);
        _clock.Advance(TimeSpan.FromSeconds(21));

        var failed = await Should.ThrowAsync<MullionException>(stopping);
        failed.Message.ShouldBe($"The lab process 4711 still has {_folder} after 20 s.");
        Directory.Exists(_folder.Path).ShouldBeTrue();
    }

    [Fact]
    public async Task A_process_that_ends_late_is_waited_for()
    {
        _folder.Create();
        var held = new FileStream(
            _folder.Lock,
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None
        );
        var stopping = Launcher("true").StopAsync(default);
        await _clock.WaitForTimerAsync(Interval);

        await held.DisposeAsync();
        _clock.Advance(Interval);

        (await stopping).ShouldBeTrue();
        Directory.Exists(_folder.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_gives_up_a_start_waits_for_the_process_that_it_began()
    {
        using var stop = new CancellationTokenSource();
        var starting = Launcher("cat").EnsureAsync(new LabStartOptions(), stop.Token);
        await _clock.WaitForTimerAsync(Interval);

        await stop.CancelAsync();
        await _clock.WaitForTimerAsync(Interval);
        starting.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(21));

        await Should.ThrowAsync<OperationCanceledException>(starting);
    }

    [Fact]
    public async Task A_lab_process_that_fails_without_a_log_is_quoted()
    {
        var launcher = new LabLauncher(
            _folder,
            () => new ProcessStartInfo("dotnet", ["--no-such-option"])
        );

        var failed = await Should.ThrowAsync<MullionException>(
            launcher.EnsureAsync(new LabStartOptions(), default)
        );

        failed.Message.ShouldStartWith("The lab process ended with exit code ");
        failed.Fix!.ShouldNotContain("lab.log");
    }

    [Fact]
    public async Task A_lab_process_that_fails_is_quoted_from_its_log()
    {
        _folder.Create();
        new LabLog(_folder).Error("the lab did not start", new MullionException("No.", "Do so."));

        var failed = await Should.ThrowAsync<MullionException>(
            new LabLauncher(_folder, () => new ProcessStartInfo("false")).EnsureAsync(
                new LabStartOptions(),
                default
            )
        );

        failed.Message.ShouldStartWith(
            "The lab process ended with exit code 1; its log says last: "
        );
        failed.Message.ShouldEndWith("error: the lab did not start: No. Do so.");
        failed.Fix.ShouldBe($"Look into {_folder.Log}.");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private LabLauncher Launcher(string program) =>
        new(_folder, () => new ProcessStartInfo(program), _clock);
}
