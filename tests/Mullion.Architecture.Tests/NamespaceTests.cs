using System.Text.RegularExpressions;

namespace Mullion.Architecture.Tests;

public sealed partial class NamespaceTests
{
    [Fact]
    public void Namespaces_follow_folders() =>
        Rule.Holds(
            Repository.Sources.SelectMany(Violations),
            "a namespace that differs from its folder has to be searched for.",
            "write a file-scoped namespace equal to project and folders, or move the file."
        );

    [Theory]
    [InlineData("namespace Mullion.Core.Hosts;", null)]
    [InlineData(
        "namespace Mullion.Core;",
        "says namespace Mullion.Core, its folder says Mullion.Core.Hosts"
    )]
    [InlineData("namespace Mullion.Core.Hosts\n{\n}", "has no file-scoped namespace")]
    [InlineData("public class A;", "has no file-scoped namespace")]
    [InlineData("global using System;", null)]
    [InlineData("return 0;", null)]
    public void A_stray_namespace_is_found(string text, string? violation) =>
        Violations(new SourceFile("src/Mullion.Core/Hosts/A.cs", text))
            .ShouldBe(violation is null ? [] : ["src/Mullion.Core/Hosts/A.cs " + violation]);

    private static IEnumerable<string> Violations(SourceFile file)
    {
        var expected = string.Join('.', file.Path.Split('/')[1..^1]);
        var match = FileScoped().Match(file.Code);
        if (match.Success)
        {
            var actual = match.Groups["name"].Value;
            return actual == expected
                ? []
                : [$"{file.Path} says namespace {actual}, its folder says {expected}"];
        }

        return NeedsNamespace().IsMatch(file.Code)
            ? [$"{file.Path} has no file-scoped namespace"]
            : [];
    }

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex FileScoped();

    [GeneratedRegex(
        @"^(?:namespace\s|(?:public|internal)\s.*\b(?:class|struct|interface|enum|record|delegate)\s)",
        RegexOptions.Multiline
    )]
    private static partial Regex NeedsNamespace();
}
