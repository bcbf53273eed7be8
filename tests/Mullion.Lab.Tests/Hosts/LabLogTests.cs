using System.Runtime.Versioning;
using Mullion.Lab.Folders;

namespace Mullion.Lab.Tests.Hosts;

public sealed class LabLogTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lab-").FullName;
    private readonly LabFolder _folder;

    public LabLogTests() => _folder = new LabFolder(Path.Combine(_root, "lab"));

    [Fact]
    public void The_last_failure_is_found_and_secrets_are_not()
    {
        _folder.Create();
        var log = new LabLog(_folder);
        log.LastError().ShouldBeNull();

        log.Error("first", new IOException("a"));
        log.Error("second", new InvalidOperationException("token SWMTKN-1-abc-def\nof two lines"));

        log.LastError()!
            .ShouldEndWith(
                "Z error: second: InvalidOperationException: token SWMTKN-(hidden) of two lines"
            );
        File.ReadAllText(_folder.Log).ShouldContain("error: first: IOException: a");
    }

    [Fact]
    public void A_folder_that_is_no_lab_is_not_written_into()
    {
        new LabLog(_folder).Error("late", new IOException("gone"));

        Directory.Exists(_folder.Path).ShouldBeFalse();
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Only_its_owner_reads_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        _folder.Create();

        new LabLog(_folder).Error("x", new IOException("a"));

        File.GetUnixFileMode(_folder.Log).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
