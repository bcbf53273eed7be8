using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;

namespace Mullion.Simulation.Tests.Downloads;

public class DownloadTests
{
    private readonly SimulatedHost _host = SimulatedHost.Create(
        Templates.HostTemplates.Bare(20348),
        Story.World()
    );

    [Fact]
    public async Task A_file_is_fetched_and_not_flushed()
    {
        await _host.Downloads.FetchAsync(new Uri(Story.PackageUrl), @"C:\p.zip", null, default);

        _host.Files.ReadAllBytes(@"C:\p.zip").ShouldBe(Story.Package.Zip);
        _host.State.Files[@"C:\p.zip"].Clean.ShouldBeFalse();
    }

    [Fact]
    public async Task An_unknown_name_and_an_unknown_file_are_two_errors()
    {
        (await Code("https://nowhere.example/a.zip")).ShouldBe(WindowsError.NameNotResolved);
        (await Code("https://packages.example/other.zip")).ShouldBe(unchecked((int)0x80190194));
    }

    [Fact]
    public async Task Without_an_address_nothing_is_found()
    {
        _host.CutPower();
        _host.Boot();

        (await Code(Story.PackageUrl)).ShouldBe(WindowsError.NameNotResolved);
        await _host.QuietAsync();
        await _host.Downloads.FetchAsync(new Uri(Story.PackageUrl), @"C:\p.zip", null, default);
    }

    [Fact]
    public async Task A_truncated_download_looks_well()
    {
        _host.Faults.Add(new Fault(FaultKind.Truncate) { Operation = "downloads.*", Seed = 3 });

        await _host.Downloads.FetchAsync(new Uri(Story.PackageUrl), @"C:\p.zip", null, default);

        _host.Files.Find(@"C:\p.zip")!.Length.ShouldBeLessThan(Story.Package.Zip.Length);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_an_error() =>
        (
            await Hosts.FailsAsync(() =>
                _host.Downloads.FetchAsync(new Uri(Story.PackageUrl), @"C:\no\p.zip", null, default)
            )
        ).Code.ShouldBe(WindowsError.PathNotFound);

    private async Task<int> Code(string url) =>
        (
            await Hosts.FailsAsync(() =>
                _host.Downloads.FetchAsync(new Uri(url), @"C:\p.zip", null, default)
            )
        ).Code;
}
