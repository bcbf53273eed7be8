using System.Xml.Linq;

namespace Mullion.Architecture.Tests;

public sealed class ProjectArrowsTests
{
    private const string Why =
        "the arrows keep the engine pure and the simulated host honest; an arrow too many makes them one lump.";

    private const string Fix =
        "move the code to where the arrow is allowed, or put a contract into Mullion.Core; a new arrow or project "
        + "goes into ProjectArrows.cs and ARCHITECTURE.md together, with an ADR.";

    [Fact]
    public void Projects_reference_only_what_the_table_allows() =>
        Rule.Holds(
            ShippedProjects()
                .SelectMany(file => ProjectArrows.Violations(Name(file), References(file))),
            Why,
            Fix
        );

    [Fact]
    public void Code_uses_only_what_the_table_allows()
    {
        // References flow through others in MSBuild: what the compiled code names is what counts.
        var violations =
            from file in ShippedProjects()
            let assembly = BuiltAssembly.Of(file)
            from violation in ProjectArrows.Violations(
                Name(file),
                assembly.References.Where(name =>
                    name.StartsWith("Mullion.", StringComparison.Ordinal)
                )
            )
            select violation + " (in the compiled code)";
        Rule.Holds(violations, Why, Fix);
    }

    [Fact]
    public void Shipped_projects_never_reference_tests() =>
        Rule.Holds(
            from file in ShippedProjects()
            from reference in ReferencePaths(file)
            where reference.Contains("tests/", StringComparison.Ordinal)
            select $"{file} → {reference}",
            "what is shipped must not carry test code.",
            "move what both need into src."
        );

    [Fact]
    public void The_table_has_no_circle()
    {
        var above = new HashSet<string>();
        foreach (var (project, mayReference) in ProjectArrows.All)
        {
            mayReference.ShouldAllBe(
                allowed => above.Contains("Mullion." + allowed),
                $"{project} is listed above something it references: the table is written in layers."
            );
            above.Add(project);
        }
    }

    [Fact]
    public void A_forbidden_arrow_is_found() =>
        ProjectArrows
            .Violations("Mullion.Simulation", ["Mullion.Core", "Mullion.Docker"])
            .ShouldBe(["Mullion.Simulation → Mullion.Docker"]);

    [Fact]
    public void A_project_outside_the_table_is_found() =>
        ProjectArrows
            .Violations("Mullion.Extra", [])
            .ShouldBe(["Mullion.Extra is not in the table of ProjectArrows.cs"]);

    private static IEnumerable<string> ShippedProjects() =>
        Repository.Projects.Where(file => file.StartsWith("src/", StringComparison.Ordinal));

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);

    private static IEnumerable<string> References(string file) => ReferencePaths(file).Select(Name);

    private static IEnumerable<string> ReferencePaths(string file) =>
        XDocument
            .Parse(Repository.Read(file))
            .Descendants("ProjectReference")
            .Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'));
}
