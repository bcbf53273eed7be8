namespace Mullion.Architecture.Tests;

/// <summary>The working tree these tests judge: found from the test assembly upwards, read once.</summary>
public static class Repository
{
    /// <summary>The folder of Mullion.slnx.</summary>
    public static string Root { get; } = FindRoot();

    private static readonly HashSet<string> NotOurs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".git",
        ".idea",
        ".vs",
        "artifacts",
        "bin",
        "BenchmarkDotNet.Artifacts",
        "node_modules",
        "obj",
        "TestResults",
    };

    private static readonly Lazy<IReadOnlyList<string>> LazyFiles = new(() =>
        [.. Walk(Root).Select(Relative).Order(StringComparer.Ordinal)]
    );

    private static readonly Lazy<IReadOnlyList<SourceFile>> LazySources = new(() =>
        [
            .. Files
                .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
                .Select(SourceFile.Read),
        ]
    );

    /// <summary>Every file that git would track, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files => LazyFiles.Value;

    /// <summary>Every C# file that people wrote, under src, tests and bench.</summary>
    public static IReadOnlyList<SourceFile> Sources => LazySources.Value;

    /// <summary>The C# files of what is shipped.</summary>
    public static IEnumerable<SourceFile> ShippedSources =>
        Sources.Where(file => file.IsUnder("src"));

    /// <summary>The C# files of the tests.</summary>
    public static IEnumerable<SourceFile> TestSources =>
        Sources.Where(file => file.IsUnder("tests"));

    /// <summary>The project files, relative to the root.</summary>
    public static IEnumerable<string> Projects =>
        Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));

    /// <summary>The text of a file of the tree.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Mullion.slnx")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException(
            $"No Mullion.slnx above {AppContext.BaseDirectory}: run these tests from a working tree."
        );
    }

    private static IEnumerable<string> Walk(string directory)
    {
        foreach (var child in Directory.EnumerateDirectories(directory))
        {
            if (!NotOurs.Contains(Path.GetFileName(child)))
            {
                foreach (var file in Walk(child))
                {
                    yield return file;
                }
            }
        }

        foreach (var file in Directory.EnumerateFiles(directory))
        {
            var ignored =
                file.EndsWith(".received.txt", StringComparison.Ordinal)
                || file.EndsWith(".user", StringComparison.Ordinal)
                // A worktree's pointer to its repository.
                || Path.GetFileName(file) == ".git";
            if (!ignored)
            {
                yield return file;
            }
        }
    }

    private static string Relative(string file) =>
        Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/');
}
