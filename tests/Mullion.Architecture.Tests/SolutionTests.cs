using System.Xml.Linq;

namespace Mullion.Architecture.Tests;

public sealed class SolutionTests
{
    [Fact]
    public void The_solution_lists_every_project()
    {
        var listed = XDocument
            .Parse(Repository.Read("Mullion.slnx"))
            .Descendants("Project")
            .Select(element => element.Attribute("Path")!.Value.Replace('\\', '/'))
            .ToHashSet();
        Rule.Holds(
            Repository.Projects.Except(listed).Select(file => $"{file} is not in Mullion.slnx"),
            "build and test go through the solution: a project outside it is never built.",
            "add a <Project> line to Mullion.slnx."
        );
    }

    [Fact]
    public void Every_project_has_code() =>
        Rule.Holds(
            from project in Repository.Projects
            let folder = project[..(project.LastIndexOf('/') + 1)]
            where
                !Repository.Sources.Any(file =>
                    file.Path.StartsWith(folder, StringComparison.Ordinal)
                )
            select $"{project} has no source file",
            "an empty project promises something that is not there.",
            "write what it is for, or delete it and take it out of Mullion.slnx."
        );

    [Fact]
    public void Package_versions_are_exact() =>
        Rule.Holds(
            from element in XDocument
                .Parse(Repository.Read("Directory.Packages.props"))
                .Descendants("PackageVersion")
            let version = element.Attribute("Version")!.Value
            where version.IndexOfAny(['*', '[', '(', ',']) >= 0
            select $"{element.Attribute("Include")!.Value} {version}",
            "a version that floats builds something else tomorrow.",
            "pin it."
        );
}
