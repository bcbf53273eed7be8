using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Time;

namespace Mullion.Simulation.Tests.Files;

public class FileTests
{
    private readonly SimulatedHost _host = Hosts.Bare();

    private IHostFiles Files => _host.Files;

    [Fact]
    public void Paths_ignore_case_and_keep_it()
    {
        Files.Write(@"C:\Some.TXT", Hosts.Bytes("a"));

        Files.Find(@"c:\SOME.txt")!.Path.ShouldBe(@"C:\Some.TXT");
        Files.Find("C:/some.txt").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("relative.txt")]
    [InlineData(@"\\server\share\x")]
    [InlineData("C:\\a|b")]
    [InlineData("C:\\a\nb")]
    [InlineData("C:\\a:stream")]
    public void A_path_that_Win32_would_not_take_is_refused(string path) =>
        Hosts.Fails(() => Files.Find(path)).Code.ShouldBe(123);

    [Fact]
    public void A_missing_file_and_a_missing_folder_are_two_errors()
    {
        Hosts.Fails(() => Files.OpenRead(@"C:\none")).Code.ShouldBe(WindowsError.FileNotFound);
        Hosts.Fails(() => Files.OpenRead(@"C:\no\ne")).Code.ShouldBe(WindowsError.PathNotFound);
        Hosts
            .Fails(() => Files.Write(@"C:\no\ne", Hosts.Bytes("a")))
            .Code.ShouldBe(WindowsError.PathNotFound);
        Hosts.Fails(() => Files.Delete(@"C:\none")).Code.ShouldBe(WindowsError.FileNotFound);
        Hosts.Fails(() => Files.Flush(@"C:\none")).Code.ShouldBe(WindowsError.FileNotFound);
        Hosts
            .Fails(() => Files.CreateDirectory(@"C:\no\ne"))
            .Code.ShouldBe(WindowsError.PathNotFound);
        Files.List(@"C:\no").ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        Hosts
            .Fails(() => Files.Write(@"C:\Windows", Hosts.Bytes("a")))
            .Code.ShouldBe(WindowsError.AccessDenied);
        Hosts.Fails(() => Files.Delete(@"C:\Windows")).Code.ShouldBe(WindowsError.AccessDenied);
        Hosts
            .Fails(() => Files.CreateDirectory(@"C:\Windows"))
            .Code.ShouldBe(WindowsError.AlreadyExists);
        Hosts
            .Fails(() => Files.DeleteDirectory(@"C:\Windows"))
            .Code.ShouldBe(WindowsError.DirectoryNotEmpty);
    }

    [Fact]
    public void A_move_replaces_its_target()
    {
        Files.Write(@"C:\a", Hosts.Bytes("new"));
        Files.Write(@"C:\b", Hosts.Bytes("old"));

        Files.Move(@"C:\a", @"C:\b");

        Files.Find(@"C:\a").ShouldBeNull();
        Files.ReadAllText(@"C:\b").ShouldBe("new");
    }

    [Fact]
    public void A_list_has_the_direct_entries_by_name()
    {
        Files.EnsureDirectory(@"C:\top\sub");
        Files.Write(@"C:\top\b.txt", Hosts.Bytes("12"));
        Files.Write(@"C:\top\A.txt", Hosts.Bytes("1"));
        Files.Write(@"C:\top\sub\c.txt", Hosts.Bytes("1"));

        Files
            .List(@"C:\top")
            .Select(f => f with { Written = default })
            .ShouldBe([
                new FileEntry(@"C:\top\A.txt", false, 1),
                new FileEntry(@"C:\top\b.txt", false, 2),
                new FileEntry(@"C:\top\sub", true, 0),
            ]);
    }

    [Fact]
    public void An_entry_has_its_own_rights_or_those_that_come_down()
    {
        Files.EnsureDirectory(@"C:\top\sub");
        Files.Write(@"C:\top\sub\key", Hosts.Bytes("1"));
        HostAccess.IsPrivate(Files.Access(@"C:\top\sub\key")).ShouldBeFalse();

        Files.SetAccess(@"C:\top", HostAccess.PrivateFolder);

        HostAccess.IsPrivate(Files.Access(@"C:\top\sub\key")).ShouldBeTrue();
        Files.Access(@"C:\top\sub").ShouldBe("D:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)");
        Files.SetAccess(@"C:\top\sub\key", "D:P(A;;FA;;;WD)");
        Files.Write(@"C:\top\sub\key", Hosts.Bytes("2"));
        Files.Access(@"C:\top\sub\key").ShouldBe("D:P(A;;FA;;;WD)");
        Hosts.Fails(() => Files.Access(@"C:\top\nothing")).Code.ShouldBe(WindowsError.FileNotFound);
    }

    [Fact]
    public void A_read_only_file_can_be_read_and_not_written_replaced_or_deleted()
    {
        Files.Write(@"C:\a", Hosts.Bytes("a"));
        Files.Write(@"C:\b", Hosts.Bytes("b"));
        _host.Files.Put(@"C:\a", f => f with { ReadOnly = true });

        Files.Find(@"C:\a")!.ReadOnly.ShouldBeTrue();
        Files.ReadAllText(@"C:\a").ShouldBe("a");
        foreach (
            var change in new Action[]
            {
                () => Files.Write(@"C:\a", Hosts.Bytes("c")),
                () => Files.Move(@"C:\b", @"C:\a"),
                () => Files.Delete(@"C:\a"),
            }
        )
        {
            Hosts.Fails(change).Code.ShouldBe(WindowsError.AccessDenied);
        }
    }

    [Fact]
    public void The_time_of_writing_is_that_of_the_content()
    {
        Files.Write(@"C:\a", Hosts.Bytes("a"));
        var written = Files.Find(@"C:\a")!.Written;
        written.ShouldBe(_host.Clock.GetUtcNow());

        ((VirtualClock)_host.Clock).Advance(TimeSpan.FromMinutes(1));
        Files.Flush(@"C:\a");
        Files.SetAccess(@"C:\a", HostAccess.PrivateFile);
        Files.Move(@"C:\a", @"C:\b");
        Files.Find(@"C:\b")!.Written.ShouldBe(written);

        Files.Append(@"C:\b", "b"u8);
        Files.Find(@"C:\b")!.Written.ShouldBe(written + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_lock_is_one_programs_and_goes_with_it()
    {
        var held = Files.TryLock(@"C:\run.lock", "ann");

        held.ShouldNotBeNull();
        Files.TryLock(@"C:\RUN.lock", "bob").ShouldBeNull();
        Hosts.Fails(() => Files.Delete(@"C:\run.lock")).Code.ShouldBe(32);
        Hosts.Fails(() => Files.Write(@"C:\run.lock", Hosts.Bytes("mine"))).Code.ShouldBe(32);
        Files.ReadAllText(@"C:\run.lock").ShouldBe("ann");

        held.Dispose();
        Files.Find(@"C:\run.lock").ShouldBeNull();

        Files.TryLock(@"C:\run.lock", "ann").ShouldNotBeNull();
        _host.Files.EndProgram();
        Files.Find(@"C:\run.lock").ShouldBeNull();
    }

    [Fact]
    public void What_is_being_read_cannot_be_written_moved_or_deleted()
    {
        Files.Write(@"C:\a.zip", Hosts.Bytes("content"));
        Files.Write(@"C:\b.zip", Hosts.Bytes("other"));

        using (Files.OpenRead(@"C:\a.zip"))
        {
            using var second = Files.OpenRead(@"C:\A.zip");
            second.Length.ShouldBe(7);
            Hosts.Fails(() => Files.Write(@"C:\A.zip", Hosts.Bytes("new"))).Code.ShouldBe(32);
            Hosts.Fails(() => Files.Append(@"C:\a.zip", "more"u8)).Code.ShouldBe(32);
            Hosts.Fails(() => Files.Delete(@"C:\a.zip")).Code.ShouldBe(32);
            Hosts.Fails(() => Files.Move(@"C:\a.zip", @"C:\c.zip")).Code.ShouldBe(32);
            Hosts.Fails(() => Files.Move(@"C:\b.zip", @"C:\a.zip")).Code.ShouldBe(32);
        }

        Files.Delete(@"C:\a.zip");
    }

    [Fact]
    public void What_a_program_read_is_free_once_it_ended_or_the_power_went()
    {
        _host.Files.Put(@"C:\a.zip", "content"u8.ToArray());

        Files.OpenRead(@"C:\a.zip");
        _host.Files.EndProgram();
        Files.Write(@"C:\a.zip", Hosts.Bytes("new"));
        Files.OpenRead(@"C:\a.zip");
        _host.CutPower();
        _host.Boot();
        Files.Write(@"C:\a.zip", Hosts.Bytes("newer"));
    }

    [Fact]
    public void A_lock_does_not_survive_the_power_and_an_old_handle_does_not_release_a_new_one()
    {
        var old = Files.TryLock(@"C:\run.lock", "ann");
        _host.CutPower();
        _host.Boot();
        Files.Find(@"C:\run.lock").ShouldBeNull();

        Files.TryLock(@"C:\run.lock", "ann").ShouldNotBeNull();
        old!.Dispose();

        Files.TryLock(@"C:\run.lock", "ann").ShouldBeNull();
    }

    [Fact]
    public void A_restart_flushes_everything()
    {
        Files.Write(@"C:\a", Hosts.Bytes("content"));
        _host.System.Reboot("test");
        _host.Boot();

        Files.ReadAllText(@"C:\a").ShouldBe("content");
    }

    [Fact]
    public void An_atomic_write_leaves_the_old_or_the_new_wherever_the_power_goes()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            for (var cut = 1; cut <= 3; cut++)
            {
                foreach (
                    var kind in new[]
                    {
                        FaultKind.PowerCutBefore,
                        FaultKind.PowerCutWithin,
                        FaultKind.PowerCutAfter,
                    }
                )
                {
                    var host = Hosts.Bare();
                    host.Files.Put(@"C:\a", "old"u8.ToArray());
                    host.Faults = FaultPlan.At(cut, kind, seed);
                    Should.Throw<PowerCutException>(() =>
                        host.Files.WriteAtomically(@"C:\a", Hosts.Bytes("new content"))
                    );
                    host.Boot();

                    host.Files.ReadAllText(@"C:\a").ShouldBeOneOf("old", "new content");
                }
            }
        }
    }
}
