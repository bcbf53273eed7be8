using Mullion.Core.Specs.Engines;

namespace Mullion.Core.Tests.Specs;

public class EngineCatalogueTests
{
    [Fact]
    public void The_built_in_catalogue_is_well_formed()
    {
        foreach (var entry in EngineCatalogue.BuiltIn.Entries)
        {
            entry.Url.ShouldBe(
                $"https://download.docker.com/win/static/stable/x86_64/docker-{entry.Version}.zip"
            );
            entry.Sha256?.ShouldMatch("^[0-9a-f]{64}$");
            EngineCatalogue.BuiltIn.Find(entry.Version).ShouldBe(entry);
        }

        var versions = EngineCatalogue.BuiltIn.Entries.Select(entry =>
            Version.Parse(entry.Version)
        );
        versions.ShouldBe(versions.Order());
    }

    [Fact]
    public void The_built_in_catalogue_says_how_old_it_is() =>
        EngineCatalogue.BuiltIn.Title.ShouldBe("the built-in catalogue of 2026-11");

    [Fact]
    public void An_unknown_version_is_not_guessed() =>
        EngineCatalogue.BuiltIn.Find("28.2.99").ShouldBeNull();
}
