using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.Versioning;
using Mullion.Core;

namespace Mullion.Lab.Tests.Hosts;

public sealed class LabFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lab-").FullName;

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void It_is_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var folder = new LabFolder(Path.Combine(_root, "lab"));

        folder.Create();

        File.GetUnixFileMode(folder.Path)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void What_is_no_lab_is_neither_taken_nor_removed()
    {
        var mine = Path.Combine(_root, "thesis.txt");
        File.WriteAllText(mine, "years of work");
        var folder = new LabFolder(_root);

        Should
            .Throw<MullionException>(folder.Create)
            .Message.ShouldBe($"{_root} is not empty and no lab of Mullion.");
        folder.Remove();

        File.Exists(mine).ShouldBeTrue();
    }

    [Fact]
    public void Those_that_make_it_at_the_same_time_all_have_it()
    {
        const int Makers = 4;
        for (var round = 0; round < 200; round++)
        {
            var folder = new LabFolder(Path.Combine(_root, $"lab-{round}"));
            using var start = new Barrier(Makers);
            var failures = new ConcurrentQueue<Exception>();
            var makers = Enumerable
                .Range(0, Makers)
                .Select(_ => new Thread(() =>
                {
                    start.SignalAndWait();
                    try
                    {
                        folder.Create();
                    }
                    catch (Exception e)
                    {
                        failures.Enqueue(e);
                    }
                }))
                .ToList();
            makers.ForEach(m => m.Start());
            makers.ForEach(m => m.Join());

            failures.ShouldBeEmpty();
            folder.IsLab.ShouldBeTrue();
        }
    }

    [Fact]
    public void A_folder_too_deep_for_sockets_has_them_elsewhere_and_takes_them_along()
    {
        var deep = Deep().Path;
        Deep().Create();
        var folder = Deep();
        var sockets = Path.GetDirectoryName(folder.ControlSocket)!;

        folder.HostSocket(new string('h', 63)).Length.ShouldBeLessThan(104);
        sockets.ShouldNotStartWith(deep);
        folder.Remove();

        Directory.Exists(sockets).ShouldBeFalse();
        Directory.Exists(deep).ShouldBeFalse();
    }

    [Fact]
    public void Sockets_that_a_restart_of_the_machine_took_away_get_a_new_place()
    {
        var folder = Deep();
        folder.Create();
        var before = Path.GetDirectoryName(folder.ControlSocket)!;
        Directory.Delete(before);

        folder.Create();

        var after = Path.GetDirectoryName(folder.ControlSocket)!;
        after.ShouldNotBe(before);
        Directory.Exists(after).ShouldBeTrue();
        folder.Remove();
        Directory.Exists(after).ShouldBeFalse();
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Sockets_are_never_put_where_others_may_go_and_that_is_not_removed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var folder = Deep();
        folder.Create();
        var open = Path.GetDirectoryName(folder.ControlSocket)!;
        File.SetUnixFileMode(
            open,
            File.GetUnixFileMode(open) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute
        );

        folder.ControlSocket.ShouldNotStartWith(open);
        folder.Create();
        folder.ControlSocket.ShouldNotStartWith(open);
        folder.Remove();

        Directory.Exists(open).ShouldBeTrue();
        Directory.Delete(open);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Sockets_are_never_put_into_a_folder_of_somebody_else()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "Only root can give a folder away."
        );
        var folder = Deep();
        folder.Create();
        var given = Path.GetDirectoryName(folder.ControlSocket)!;
        using (var chown = Process.Start("chown", ["65534", given]))
        {
            chown.WaitForExit();
        }

        folder.ControlSocket.ShouldNotStartWith(given);
        folder.Remove();

        Directory.Exists(given).ShouldBeTrue();
        Directory.Delete(given);
    }

    [Fact]
    public async Task A_folder_too_deep_for_sockets_in_which_no_lab_ever_was_has_none() =>
        (await new LabClient(Deep()).FindAsync(default)).ShouldBeNull();

    [Fact]
    public void It_can_be_removed_twice_at_once()
    {
        for (var i = 0; i < 200; i++)
        {
            var folder = new LabFolder(Path.Combine(_root, "lab"));
            folder.Create();
            File.WriteAllText(folder.HostFile("win-1"), "{}");

            Parallel.Invoke(folder.Remove, folder.Remove, folder.Remove);

            Directory.Exists(folder.Path).ShouldBeFalse();
        }
    }

    private LabFolder Deep() =>
        new(Path.Combine(_root, new string('x', 60), new string('y', 60), "lab"));

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
