using Mullion.Core.Hosts;

namespace Mullion.Simulation.Files;

/// <summary>Who may do what with files and folders: by their own ACL, or by that of the nearest folder above that has one.</summary>
/// <remarks>
/// Source: documentation of ACE strings. What is inherited is worked out anew each time; Windows writes it down when an entry is
/// made, so that a file keeps it when it is moved to another folder.
/// </remarks>
internal sealed class SimulatedAccess(SimulatedHost host, FileRules rules)
{
    // What C:\ProgramData gives: users may read.
    private const string Usual = "D:(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)";

    public string Of(string path) =>
        host.Gate.Run(
            "files.access",
            path,
            () => Of(rules.Entry("files.access", rules.Plain("files.access", path)))
        );

    public void Set(string path, string sddl) =>
        host.Gate.Run(
            "files.setAccess",
            path,
            () =>
            {
                var entry = rules.Entry("files.setAccess", rules.Plain("files.setAccess", path));
                rules.Layers.RequireNone("files.setAccess", entry.Path);
                host.Store.Put(entry with { Access = sddl });
            }
        );

    private string Of(SimulatedFile entry)
    {
        if (entry.Access is { } own)
        {
            return own;
        }

        for (var at = entry.Path; !WindowsPath.IsRoot(at); )
        {
            at = HostPaths.Parent(at);
            if (host.Store.Find(at)?.Access is { } above)
            {
                return Inherited(above, entry.IsDirectory);
            }
        }

        return Inherited(Usual, entry.IsDirectory);
    }

    /// <summary>Each entry as it comes down, marked as inherited (ID).</summary>
    private static string Inherited(string sddl, bool toFolder) =>
        "D:AI" + sddl[sddl.IndexOf('(')..].Replace("OICI", toFolder ? "OICIID" : "ID");
}
