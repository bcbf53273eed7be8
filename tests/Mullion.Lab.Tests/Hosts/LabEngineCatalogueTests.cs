using Mullion.Core.Specs.Engines;
using Mullion.Simulation.Engine;

namespace Mullion.Lab.Tests.Hosts;

public sealed class LabEngineCatalogueTests
{
    [Fact]
    public void Every_known_version_has_a_checksum_that_fits_what_the_lab_serves()
    {
        var entries = LabEngineCatalogue.Instance.Entries;

        entries.Select(e => e.Url).ShouldBe(EngineCatalogue.BuiltIn.Entries.Select(e => e.Url));
        entries.ShouldAllBe(e => e.Sha256 == SimulatedEnginePackage.Create(e.Version).Sha256);
        LabEngineCatalogue
            .Instance.Find("28.2.2")!
            .Url.ShouldBe("https://download.docker.com/win/static/stable/x86_64/docker-28.2.2.zip");
    }
}
