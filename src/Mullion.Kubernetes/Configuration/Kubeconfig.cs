using Mullion.Core;

namespace Mullion.Kubernetes.Configuration;

/// <summary>
/// Clusters, users and contexts of one or several kubeconfig files, merged as client-go does: the first file that has an entry of a
/// name, or a current context, wins, and relative paths count from the file they stand in. Only read, never written.
/// </summary>
public sealed class Kubeconfig
{
    private readonly IReadOnlyList<KubeconfigFile> _files;
    private readonly Dictionary<string, KubeconfigEntry> _clusters;
    private readonly Dictionary<string, KubeconfigEntry> _users;
    private readonly Dictionary<string, KubeconfigEntry> _contexts;

    private Kubeconfig(IReadOnlyList<KubeconfigFile> files)
    {
        _files = files;
        _clusters = Merge(f => f.Clusters);
        _users = Merge(f => f.Users);
        _contexts = Merge(f => f.Contexts);
        CurrentContext = files.Select(f => f.CurrentContext).FirstOrDefault(c => c is not null);
    }

    /// <summary>The context that is used when none is named; null when the files name none.</summary>
    public string? CurrentContext { get; }

    /// <summary>The contexts that can be named.</summary>
    public IReadOnlyList<string> Contexts => [.. _contexts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The files that were read.</summary>
    private string Sources => string.Join(", ", _files.Select(f => f.Path));

    /// <summary>Reads one file, which must be there.</summary>
    /// <exception cref="MullionException">It cannot be read or understood; names file and line.</exception>
    public static Kubeconfig Load(string file)
    {
        var path = Path.GetFullPath(file);
        return new([KubeconfigFile.Read(ConfigurationFile.Read(path, "The kubeconfig"), path)]);
    }

    /// <summary>Reads the files that kubectl would, without those that are missing.</summary>
    /// <exception cref="MullionException">None of them is there, or one cannot be read or understood; names file and line.</exception>
    public static Kubeconfig Load(KubeconfigEnvironment environment)
    {
        var files = environment.Files.Where(File.Exists).ToList();
        return files.Count > 0
            ? new([
                .. files.Select(f =>
                    KubeconfigFile.Read(ConfigurationFile.Read(f, "The kubeconfig"), f)
                ),
            ])
            : throw new MullionException(
                $"There is no kubeconfig: {string.Join(", ", environment.Files)} is not there.",
                "Give --kubeconfig FILE, or set KUBECONFIG; on a kubeadm control plane it is /etc/kubernetes/admin.conf."
            );
    }

    /// <summary>Reads a text that is at hand, such as that of the ConfigMap cluster-info.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="name">What it is, for messages.</param>
    /// <exception cref="MullionException">It cannot be understood; names the line.</exception>
    public static Kubeconfig Parse(string text, string name) =>
        new([KubeconfigFile.Read(text, name)]);

    /// <summary>The cluster and user of a context.</summary>
    /// <param name="context">Its name; null for the current one.</param>
    /// <exception cref="MullionException">There is none, or it cannot be used; names file and line.</exception>
    public KubernetesConfiguration Configure(string? context = null)
    {
        var name =
            context
            ?? CurrentContext
            ?? throw new MullionException(
                $"{Sources} has no current context; there are: {Listed(_contexts)}.",
                "Give --context NAME, or choose one with `kubectl config use-context NAME`."
            );
        if (!_contexts.TryGetValue(name, out var entry))
        {
            throw new MullionException(
                $"{Sources} has no context {name}; there are: {Listed(_contexts)}.",
                "Name one of these; `kubectl config get-contexts` shows them."
            );
        }

        var clusterName =
            entry.Text("cluster")
            ?? throw entry.Wrong("names no cluster", "Give it a cluster of `clusters`.");
        var cluster = _clusters.TryGetValue(clusterName, out var found)
            ? found
            : throw entry.Wrong(
                $"names the cluster {clusterName}, which is not there; there are: {Listed(_clusters)}",
                "Correct the name, or add that cluster."
            );
        return ClusterReader.Read(cluster) with
        {
            Source = $"{entry.File}, context {name}",
            Context = name,
            Namespace = entry.Text("namespace") ?? "default",
            User = User(entry),
        };
    }

    /// <summary>The only cluster of the files, without a context and as nobody: what cluster-info has.</summary>
    /// <exception cref="MullionException">There is not exactly one, or it cannot be used.</exception>
    internal KubernetesConfiguration OnlyCluster() =>
        _clusters.Count == 1
            ? ClusterReader.Read(_clusters.Values.First()) with
            {
                Source = Sources,
            }
            : throw new MullionException(
                $"{Sources} has {_clusters.Count} clusters, and one was expected.",
                "Repair it; `kubeadm init phase bootstrap-token` writes cluster-info anew."
            );

    private KubernetesUser User(KubeconfigEntry context) =>
        context.Text("user") is not { } name ? KubernetesUser.Anonymous
        : _users.TryGetValue(name, out var user) ? UserReader.Read(user)
        : throw context.Wrong(
            $"names the user {name}, who is not there; there are: {Listed(_users)}",
            "Correct the name, or add that user."
        );

    private Dictionary<string, KubeconfigEntry> Merge(
        Func<KubeconfigFile, IEnumerable<KubeconfigEntry>> entries
    )
    {
        var merged = new Dictionary<string, KubeconfigEntry>(StringComparer.Ordinal);
        foreach (var entry in _files.SelectMany(entries))
        {
            merged.TryAdd(entry.Name, entry);
        }

        return merged;
    }

    private static string Listed(Dictionary<string, KubeconfigEntry> entries) =>
        entries.Count == 0 ? "none" : string.Join(", ", entries.Keys.Order(StringComparer.Ordinal));
}
