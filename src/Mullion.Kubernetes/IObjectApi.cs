using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Options;
using Mullion.Kubernetes.Watching;

namespace Mullion.Kubernetes;

/// <summary>The objects of one kind, in one namespace or in all.</summary>
/// <typeparam name="T">The kind.</typeparam>
public interface IObjectApi<T>
    where T : KubernetesObject
{
    /// <summary>One object.</summary>
    /// <exception cref="KubernetesException">It is not there, or may not be read.</exception>
    Task<T> GetAsync(string name, CancellationToken cancellation = default);

    /// <summary>One object; null when the server says that it is not there.</summary>
    Task<T?> FindAsync(string name, CancellationToken cancellation = default);

    /// <summary>All objects that are selected, page by page; of one moment, unless it took so long that the server forgot that moment.</summary>
    Task<ObjectList<T>> ListAsync(
        Selection? selection = null,
        CancellationToken cancellation = default
    );

    /// <summary>
    /// The objects that are there and then every change, for as long as it is enumerated. Broken connections, restarts of the server
    /// and states that it forgot are bridged: what was missed comes as the difference to what was told before. Ends with an exception
    /// only when the server refuses for good.
    /// </summary>
    IAsyncEnumerable<WatchEvent<T>> WatchAsync(
        Selection? selection = null,
        CancellationToken cancellation = default
    );

    /// <summary>Makes an object.</summary>
    /// <returns>As the server stored it, with its defaults.</returns>
    Task<T> CreateAsync(
        T value,
        WriteOptions? options = null,
        CancellationToken cancellation = default
    );

    /// <summary>Writes a whole object; refused (409) when it carries a resource version and changed since.</summary>
    Task<T> ReplaceAsync(
        T value,
        WriteOptions? options = null,
        CancellationToken cancellation = default
    );

    /// <summary>Reads an object, changes it and writes it; again from the beginning when somebody else wrote in between.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="change">Makes the object to write; the very one it was given means that there is nothing to write.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<T> UpdateAsync(
        string name,
        Func<T, T> change,
        WriteOptions? options = null,
        CancellationToken cancellation = default
    );

    /// <summary>Changes parts of an object.</summary>
    Task<T> PatchAsync(
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellation = default
    );

    /// <summary>Deletes an object.</summary>
    /// <returns>The object when it is not gone yet, or the server shows it; null when it only says that it is done.</returns>
    Task<T?> DeleteAsync(
        string name,
        DeleteOptions? options = null,
        bool isDryRun = false,
        CancellationToken cancellation = default
    );
}
