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
    public void A_folder_too_deep_for_sockets_has_them_elsewhere_and_takes_them_along()
    {
        var deep = Path.Combine(_root, new string('x', 60), new string('y', 60), "lab");
        new LabFolder(deep).Create();
        var folder = new LabFolder(deep);
        var sockets = Path.GetDirectoryName(folder.ControlSocket)!;

        folder.HostSocket(new string('h', 63)).Length.ShouldBeLessThan(104);
        sockets.ShouldNotStartWith(deep);
        folder.Remove();

        Directory.Exists(sockets).ShouldBeFalse();
        Directory.Exists(deep).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
