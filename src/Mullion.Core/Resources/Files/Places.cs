using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Files;

/// <summary>
/// Folders that a resource claims, and what of them was there before: the places of its <see cref="Prior.Territory"/>. Windows does not
/// tell paths apart by case, and lists entries as they were first written.
/// </summary>
internal static class Places
{
    private const string Prefix = "folder:";

    /// <summary>A path as it stands in a territory.</summary>
    public static string Of(string path) => Prefix + path;

    /// <summary>Whether a place was there before Mullion first came to it.</summary>
    public static bool WasThere(Prior prior, string path) =>
        prior.Territory.Contains(Of(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Of a folder and those above it, which there are: for what Mullion puts into it itself.</summary>
    public static IEnumerable<string> Way(IHostFiles files, string folder) =>
        Upwards(folder).Where(f => files.Find(f) is not null).Select(Of);

    /// <summary>Deletes the folders of a way that were not there before and have nothing in them, innermost first.</summary>
    public static void TakeWayBack(IHostFiles files, string folder, Prior prior)
    {
        foreach (var at in Upwards(folder).Where(f => !WasThere(prior, f)))
        {
            if (files.Find(at) is not null && files.List(at).Count == 0)
            {
                files.DeleteDirectory(at);
            }
        }
    }

    /// <summary>A folder and its entries, if there are any: for what programs put into it by themselves.</summary>
    public static IEnumerable<string> Contents(IHostFiles files, string folder) =>
        files.Find(folder) is null
            ? []
            : files.List(folder).Select(e => e.Path).Prepend(folder).Select(Of);

    /// <summary>Deletes a folder with all that is in it; of one that was there before, the entries that were not.</summary>
    public static void TakeContentsBack(IHostFiles files, string folder, Prior prior)
    {
        string[] places = WasThere(prior, folder)
            ? [.. files.List(folder).Select(e => e.Path)]
            : [folder];
        foreach (var place in places.Where(p => !WasThere(prior, p)))
        {
            files.DeleteTree(place);
        }
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = folder; at.Length > 3; at = HostPaths.Parent(at))
        {
            yield return at;
        }
    }
}
