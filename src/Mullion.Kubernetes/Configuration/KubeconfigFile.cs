using Mullion.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mullion.Kubernetes.Configuration;

/// <summary>One kubeconfig file. What stands in a broken one is never shown: it may be a token.</summary>
internal sealed class KubeconfigFile
{
    private const string NotYaml = "this is not valid YAML";

    private KubeconfigFile(string path, YamlMappingNode root)
    {
        Path = path;
        CurrentContext = YamlValues.Text(root, "current-context");
        Clusters = Entries(root, "clusters", "cluster");
        Users = Entries(root, "users", "user");
        Contexts = Entries(root, "contexts", "context");
    }

    public string Path { get; }

    public string? CurrentContext { get; }

    public IReadOnlyList<KubeconfigEntry> Clusters { get; }

    public IReadOnlyList<KubeconfigEntry> Users { get; }

    public IReadOnlyList<KubeconfigEntry> Contexts { get; }

    public static KubeconfigFile Read(string text, string path)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            throw Broken(
                path,
                e.Start.Line,
                e.Message.Contains("duplicate", StringComparison.OrdinalIgnoreCase)
                    ? "a key stands there twice"
                    : NotYaml
            );
        }
        // The parser lets exceptions of the framework through, such as for the escape \U99999999.
        catch (Exception e)
            when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            throw Broken(path, 1, NotYaml);
        }

        return stream.Documents.Count == 0 ? new KubeconfigFile(path, [])
            : stream.Documents[0].RootNode is YamlMappingNode root ? new KubeconfigFile(path, root)
            : throw new MullionException(
                $"{path} is no kubeconfig: it holds no mapping of keys to values.",
                "Name the kubeconfig of the cluster; `kubectl config view` should print it."
            );
    }

    private static MullionException Broken(string path, long line, string reason) =>
        new(
            $"{path}, line {Math.Max(1, line)}: {reason}.",
            "Correct the file; `kubectl config view` should print it."
        );

    private List<KubeconfigEntry> Entries(YamlMappingNode root, string list, string key)
    {
        if (YamlValues.Find(root, list) is not { } found)
        {
            return [];
        }

        if (found is not YamlSequenceNode items)
        {
            throw Wrong(found, $"{list} is no list", $"Write it as a list of name and {key}.");
        }

        var entries = new List<KubeconfigEntry>();
        foreach (var item in items)
        {
            // cluster-info has a cluster whose name is empty.
            if (
                item is not YamlMappingNode mapping
                || YamlValues.Find(mapping, "name") is not YamlScalarNode { Value: { } name }
            )
            {
                throw Wrong(item, $"an entry of {list} has no name", "Give it a name.");
            }

            if (entries.Find(e => e.Name == name) is { } first)
            {
                throw Wrong(
                    item,
                    $"{list} has {name} twice; first on line {first.Line}",
                    "Keep one of the two, or rename one."
                );
            }

            var body = YamlValues.Find(mapping, key) switch
            {
                YamlMappingNode values => values,
                null => [],
                var other => throw Wrong(
                    other,
                    $"the {key} of {name} is no mapping",
                    "Write keys and values below it."
                ),
            };
            entries.Add(new KubeconfigEntry(Path, key, name, item.Start.Line, body));
        }

        return entries;
    }

    private MullionException Wrong(YamlNode at, string reason, string fix) =>
        new($"{Path}, line {at.Start.Line}: {reason}.", fix);
}
