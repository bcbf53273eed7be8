namespace Mullion.Lab.Faults;

/// <summary>The operations of a simulated host, by facet; faults name them.</summary>
internal static class FaultOperations
{
    public static readonly string[] All =
    [
        "downloads.fetch",
        "engine.containers",
        "engine.enrolled",
        "engine.identityWritten",
        "engine.info",
        "engine.join",
        "engine.leave",
        "engine.removeContainer",
        "features.disable",
        "features.enable",
        "features.find",
        "files.append",
        "files.createDirectory",
        "files.delete",
        "files.deleteDirectory",
        "files.find",
        "files.flush",
        "files.list",
        "files.lock",
        "files.move",
        "files.read",
        "files.write",
        "firewall.add",
        "firewall.find",
        "firewall.list",
        "firewall.remove",
        "firewall.replace",
        "network.deleteHnsNetwork",
        "network.hnsNetworks",
        "network.interfaces",
        "network.listeners",
        "network.readSwarmRoot",
        "services.configure",
        "services.create",
        "services.delete",
        "services.find",
        "services.start",
        "services.stop",
        "system.bootId",
        "system.facts",
        "system.reboot",
    ];

    /// <summary>The operations of the facet that was named, or the facets.</summary>
    public static IEnumerable<string> Alike(string name)
    {
        var facet = name.Split('.')[0] + ".";
        var own = All.Where(o => o.StartsWith(facet, StringComparison.Ordinal)).ToList();
        return own.Count > 0 ? own : All.Select(o => o[..o.IndexOf('.')] + ".*").Distinct();
    }
}
