using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mullion.Architecture.Tests;

/// <summary>The compiler refuses an undocumented public member (CS1591); these tests see that nobody switches that off.</summary>
public sealed partial class DocumentationTests
{
    private const string Why =
        "public contracts tell meaning, units, errors and source; the compiler holds that, as long as it may.";

    private const string Fix = "document the member, or make it internal; take the exception out.";

    [Theory]
    [InlineData("GenerateDocumentationFile")]
    [InlineData("TreatWarningsAsErrors")]
    public void The_compiler_checks_that_public_members_are_documented(string setting) =>
        Rule.Holds(
            XDocument
                .Parse(Repository.Read("Directory.Build.props"))
                .Descendants(setting)
                .Any(element => element.Value == "true" && element.Attribute("Condition") is null)
                ? []
                : [$"Directory.Build.props does not set {setting} to true"],
            Why,
            $"set <{setting}>true</{setting}>."
        );

    [Fact]
    public void No_project_of_src_switches_the_check_off() =>
        Rule.Holds(
            from file in Repository.Files
            where
                MSBuildFile().IsMatch(file) && !file.StartsWith("tests/", StringComparison.Ordinal)
            from element in XDocument.Parse(Repository.Read(file)).Descendants()
            where
                element.Name.LocalName is "NoWarn" or "WarningsNotAsErrors" or "DisabledWarnings"
                    && Diagnostic().IsMatch(element.Value)
                || file.StartsWith("src/", StringComparison.Ordinal)
                    && element.Name.LocalName
                        is "GenerateDocumentationFile"
                            or "TreatWarningsAsErrors"
                    && element.Value != "true"
            select $"{file}: {element}",
            Why,
            Fix
        );

    [Fact]
    public void No_file_of_src_switches_the_check_off() =>
        Rule.Holds(Repository.ShippedSources.SelectMany(Violations), Why, Fix);

    [Fact]
    public void No_editorconfig_of_src_switches_the_check_off() =>
        Rule.Holds(
            from file in Repository.Files
            where Path.GetFileName(file) is ".editorconfig" or ".globalconfig"
            where Diagnostic().IsMatch(Repository.Read(file))
            select $"{file} sets the severity of the documentation check",
            Why,
            Fix
        );

    [Theory]
    [InlineData("#pragma warning disable CS1591", true)]
    [InlineData("#pragma warning disable CA1000, 1591", true)]
    [InlineData("[SuppressMessage(\"X\", \"CS1591\")]", true)]
    [InlineData("#pragma warning disable CA1000", false)]
    [InlineData("var port = 1591;", false)]
    public void A_switch_in_a_file_is_found(string text, bool found) =>
        Violations(new SourceFile("src/A.cs", text)).Any().ShouldBe(found);

    private static IEnumerable<string> Violations(SourceFile file) =>
        Switch()
            .Matches(file.Text)
            .Select(match => $"{file.At(file.Text, match.Index)} {match.Value.Trim()}");

    [GeneratedRegex(@"\.(?:csproj|props|targets)$")]
    private static partial Regex MSBuildFile();

    [GeneratedRegex(@"\b(?:CS)?1591\b")]
    private static partial Regex Diagnostic();

    [GeneratedRegex(
        """#pragma\s+warning\s+disable[^\n]*\b(?:CS)?1591\b|SuppressMessage\([^)]*1591[^)]*\)"""
    )]
    private static partial Regex Switch();
}
