// Long because: it is one list, and is read as one.
namespace Mullion.Core.Findings;

/// <summary>Every finding there is. A test holds it against the code; docs/reference/findings.md is written from it.</summary>
public static class FindingCatalogue
{
    private const string Own = "Mullion's own rule";
    private const string Seed = "seed 0ecf1c42";
    private const Severity Ok = Severity.Ok;
    private const Severity Warn = Severity.Warn;
    private const Severity Refuse = Severity.Refuse;
    private const Severity Unknown = Severity.Unknown;

    /// <summary>What Windows cannot do in a swarm.</summary>
    public static IReadOnlyList<FindingEntry> Limits { get; } =
    [
        new(
            "overlay-encrypted",
            [Warn],
            "an overlay network is encrypted (`ucp-hrm` of older UCP too)",
            "keep its services off Windows, or make it anew unencrypted",
            $"{Seed}, Windows nodes limitations; moby, overlay driver for Windows: SetNetworkKeys is not implemented"
        ),
        new(
            "vni-below-4096",
            [Warn],
            "an overlay network has a VXLAN network id below 4096",
            "make it anew without an id of its own",
            "hcn.md, subnet policies: a VSID is 4096 or more"
        ),
        new(
            "vxlan-port",
            [Warn],
            "the swarm carries overlay traffic on another port than UDP 4789",
            "make the swarm with 4789",
            "swarm-protocol.md, 12: the port is never handed to HNS"
        ),
        new(
            "hns-card",
            [Unknown],
            "several cards reach others: which one Windows takes for overlays cannot be told before the join",
            "look at hns-address after the join",
            "swarm-protocol.md, 12 and hcn.md, 7.8 disagree"
        ),
        new(
            "hns-address",
            [Ok, Warn],
            "the address that Windows carries overlay networks on, held against the planned one",
            "plan with the address that it took, or disable the other card and join anew",
            "hcn.md: ManagementIP; swarm-protocol.md, 12"
        ),
        new(
            "unix-socket",
            [Warn],
            "a service that may run here mounts a Unix socket",
            "mount the named pipe, or keep it off Windows",
            $"{Seed}, Windows nodes limitations"
        ),
        new(
            "secret-ownership",
            [Warn],
            "a service that may run here asks for an owner, group or mode of secrets",
            "leave them out, or keep it off Windows",
            $"{Seed}, Windows nodes limitations"
        ),
        new(
            "secrets-on-disk",
            [Ok, Warn, Unknown],
            "secrets lie on a disk that BitLocker protects, does not protect, or does not tell of",
            "turn BitLocker on",
            $"{Seed}, Windows nodes limitations"
        ),
        new(
            "routing-mesh-2016",
            [Warn],
            "a service that may run here publishes on the routing mesh, and the host is Server 2016",
            "publish on the host and route by name",
            $"{Seed}, Windows nodes limitations"
        ),
        new(
            "windows-manager",
            [Warn],
            "a manager runs on Windows",
            "demote it",
            $"{Seed}, first paragraph"
        ),
        new(
            "orchestrator-swarm-only",
            [Warn],
            "a node of UCP or MKE is labelled for Kubernetes",
            "take the label off",
            $"{Seed}, Windows nodes limitations; docker-enterprise.md, 4"
        ),
        new(
            "compatibility",
            [Ok, Warn, Unknown],
            "UCP or MKE of this version takes this Windows, does not, or nobody known says so",
            "another Windows or version; the compatibility matrix",
            $"{Seed}, first paragraph; docker-enterprise.md, 1 and 7"
        ),
        new(
            "manager-alpn",
            [Warn],
            "managers before 28.0 with an engine from 28.0 on",
            "update the managers",
            "swarm-protocol.md, 2; moby/swarmkit#3189"
        ),
        new(
            "clone",
            [Refuse],
            "two machines have one node's identity",
            "delete the swarm folder of the clone and join it anew",
            "swarm-protocol.md, 5"
        ),
        new(
            "root-expiry",
            [Warn, Refuse],
            "the swarm's root CA ends within 90 days, or has",
            "docker swarm ca --rotate",
            "swarm-protocol.md, 3"
        ),
        new(
            "root-rotation",
            [Warn],
            "the swarm's root CA is being replaced, and which nodes that waits for",
            "bring them back, or remove those that are gone",
            "seen on a real dockerd: the rotation ends when every node that is listed has a certificate of the new root"
        ),
        new(
            "node-certificate",
            [Warn],
            "the node's swarm certificate was not renewed in time",
            "let the host reach a manager; once it has expired, join anew",
            "swarm-protocol.md, 3"
        ),
        new(
            "limits",
            [Unknown],
            "the cluster does not tell of its networks and services",
            "as the message says",
            Own
        ),
    ];

    /// <summary>What a host must be, and what is in the way on it.</summary>
    public static IReadOnlyList<FindingEntry> Hosts { get; } =
    [
        new(
            "os-build",
            [Ok, Refuse],
            "the Windows build and revision",
            "a build that is listed, the latest update",
            $"{Seed}; windows-failures.md, F1"
        ),
        new(
            "computer-name",
            [Ok, Refuse],
            "the computer's name is the node's",
            "rename one of both",
            "swarm-protocol.md, 4"
        ),
        new("elevation", [Ok, Refuse], "administrator rights", "a full token", Own),
        new(
            "processors",
            [Ok, Warn, Refuse],
            "logical processors",
            "more",
            "docker-enterprise.md, 2"
        ),
        new("memory", [Ok, Warn, Refuse], "physical memory", "more", "docker-enterprise.md, 2"),
        new(
            "disk",
            [Ok, Warn, Refuse],
            "free space on the system drive",
            "more",
            "docker-enterprise.md, 2"
        ),
        new("pending-reboot", [Ok, Warn], "Windows wants a restart", "restart when it suits", Own),
        new(
            "file-taken",
            [Refuse],
            "a file that the node needs is somebody's, and says something else",
            "move it away",
            Own
        ),
        new("folder-taken", [Refuse], "a file is where a folder has to be", "move it away", Own),
        new(
            "firewall-policy",
            [Ok, Warn],
            "a group policy lets no firewall rules of the host count",
            "open the ports in the policy, or allow local rules",
            "Microsoft, Windows Firewall rules: rule merging"
        ),
        new(
            "interface",
            [Ok, Refuse],
            "the card that carries the node's traffic",
            "choose one under nodes[].interface",
            Own
        ),
        new(
            "ports",
            [Ok, Warn, Refuse],
            "ports that the node needs, UDP 4789 too, are free",
            "stop who has them",
            "swarm-protocol.md, 12"
        ),
        new(
            "clock",
            [Ok, Warn, Refuse],
            "the clocks of host and manager: 30 s is told, an hour refused",
            "time synchronisation",
            "swarm-protocol.md, 3: certificates are good from an hour before"
        ),
        new(
            "feature",
            [Refuse],
            "a Windows feature that is being taken away",
            "restart first",
            Own
        ),
        new(
            "layers-need-containers",
            [Refuse],
            "image layers can be deleted with the feature Containers alone",
            "enable it, restart",
            "moby, layer store for Windows: HcsDestroyLayer"
        ),
    ];

    /// <summary>The engine, its settings, certificates and images.</summary>
    public static IReadOnlyList<FindingEntry> Engines { get; } =
    [
        new("engine", [Ok, Warn, Refuse], "an engine that is used as it is", "as it says", Own),
        new(
            "engine-version",
            [Refuse],
            "the engine that is there has another version than the spec",
            "change the spec, or that engine",
            Own
        ),
        new(
            "engine-build",
            [Refuse],
            "an engine that does not start on this build",
            "20.10.24 on Server 2016",
            "moby/moby#43254"
        ),
        new(
            "engine-folder-taken",
            [Refuse],
            "the program folder holds somebody's files",
            "remove them, or use that engine",
            Own
        ),
        new(
            "program-folder-taken",
            [Refuse],
            "the folder of a package of programs holds somebody's files",
            "move them away, or choose another folder",
            Own
        ),
        new(
            "program-manifest",
            [Refuse],
            "the note of what Mullion unpacked is damaged",
            "as it says",
            Own
        ),
        new(
            "program-replaced",
            [Refuse],
            "somebody replaced a program of Mullion's",
            "as it says",
            Own
        ),
        new(
            "program-files-stay",
            [Warn],
            "files in the program folder that are not Mullion's",
            "they stay",
            Own
        ),
        new(
            "service-taken",
            [Refuse],
            "the service docker is somebody's",
            "leave engine out of the spec, or remove it",
            Own
        ),
        new(
            "foreign-container",
            [Refuse],
            "somebody's container would go with the engine",
            "move it away",
            Own
        ),
        new(
            "engine-tls",
            [Warn],
            "the engine cannot be reached over TLS",
            "apply renews the certificate and the settings",
            $"{Seed}, Set up certs for the dockerd service"
        ),
        new(
            "engine-certificate-ends",
            [Warn],
            "a certificate that somebody else signs ends within 30 days",
            "mullion certs request --renew",
            Own
        ),
        new(
            "secret-missing",
            [Refuse],
            "a certificate or another secret that the plan needs is missing or not good",
            "as the message says",
            Own
        ),
        new(
            "certificates-taken",
            [Refuse],
            "certificates of others lie where Mullion would put its own",
            "name their authority, or move them away",
            Own
        ),
        new(
            "setting-twice",
            [Refuse],
            "a key stands in the service's arguments and in daemon.json",
            "remove one",
            "swarm-protocol.md, 12; seed 0ecf1c42, Compatibility with daemon.json"
        ),
        new(
            "setting-credential",
            [Refuse],
            "a setting that may be a credential",
            "keep it by hand",
            Own
        ),
        new(
            "daemon-json-read-only",
            [Refuse],
            "daemon.json is read-only",
            "attrib -r, unless another tool owns it",
            Own
        ),
        new(
            "image-newer-than-host",
            [Refuse],
            "an image for a newer Windows",
            "the variant for this build",
            "Microsoft, Windows container version compatibility"
        ),
        new(
            "image-older-than-host",
            [Warn],
            "an image for an older Windows",
            "the variant for this build",
            "Microsoft, Windows container version compatibility"
        ),
    ];

    /// <summary>The host's place in the cluster.</summary>
    public static IReadOnlyList<FindingEntry> Memberships { get; } =
    [
        new(
            "manager",
            [Ok, Warn, Refuse],
            "managers answer from the host, with the root CA that the token pins",
            "open TCP 2377",
            "swarm-protocol.md, 1 and 2"
        ),
        new(
            "other-swarm",
            [Refuse],
            "the host, or the manager, is of another swarm",
            "leave it first, or name the right manager",
            Own
        ),
        new(
            "other-cluster",
            [Refuse],
            "the host belongs to another cluster's Mullion",
            "remove it there first",
            Own
        ),
        new(
            "joined-otherwise",
            [Refuse],
            "joined by hand with other addresses than the spec has",
            "put them in the spec",
            Own
        ),
        new(
            "name-taken",
            [Refuse],
            "the cluster has a node of this name",
            "node remove --host-gone, or rename",
            Own
        ),
        new("namesake", [Warn], "another node of this name stays", "as it says", Own),
        new(
            "nameless-node",
            [Warn],
            "a node that never reported",
            "docker node rm --force",
            "swarm-protocol.md, 3"
        ),
        new(
            "still-needed",
            [Refuse],
            "what the spec drops is still stood on",
            "remove the node first",
            Own
        ),
        new("not-a-member", [Refuse], "a host to adopt is in no swarm", "apply joins it", Own),
        new(
            "not-as-wanted",
            [Warn],
            "an adopted host is not as the spec wants",
            "apply afterwards",
            Own
        ),
        new("is-manager", [Refuse], "a manager is not removed", "demote it", Own),
        new(
            "node-alive",
            [Refuse],
            "a node whose host is not gone",
            "remove it the usual way",
            Own
        ),
        new(
            "host-not-gone",
            [Refuse],
            "the host answers, and Mullion owns something there",
            "remove it the usual way",
            Own
        ),
        new("host-new", [Ok], "the host was installed anew", "nothing", Own),
        new(
            "host-gone",
            [Warn],
            "nothing is done on a host that is gone",
            "keep it off the network",
            Own
        ),
        new(
            "cluster-gone",
            [Warn],
            "nothing is done in a cluster that is gone",
            "docker node rm, should it come back",
            Own
        ),
    ];

    /// <summary>A Kubernetes cluster, before nodes join it.</summary>
    public static IReadOnlyList<FindingEntry> Kubernetes { get; } =
    [
        new(
            "cluster-distribution",
            [Ok, Refuse, Unknown],
            "who set the cluster up, and whether it runs its nodes itself",
            "join them its own way",
            "the distributions' own documentation"
        ),
        new(
            "cluster-unread",
            [Unknown],
            "what this user may not read of the cluster",
            "ask as an administrator",
            Own
        ),
        new(
            "kubelet-skew",
            [Ok, Refuse, Unknown],
            "the kubelets' version and the API server's",
            "kubelets not newer, and at most three versions older (two before 1.28)",
            "kubernetes.io/releases/version-skew-policy"
        ),
        new(
            "cluster-network",
            [Ok, Refuse, Unknown],
            "the network between nodes",
            "Flannel, or that network's own guide for Windows",
            "seed a446907c, Networking Configuration"
        ),
        new(
            "flannel-backend",
            [Refuse],
            "how Flannel carries packets, and how the spec wants it",
            "vxlan or host-gw, the same on both sides",
            "kubernetes-windows.md, flannel on Windows"
        ),
        new(
            "flannel-vxlan",
            [Refuse],
            "Flannel's VXLAN has another identifier or port than Windows can",
            "VNI 4096 and port 4789",
            "seed a446907c, Configuring Flannel in VXLAN mode"
        ),
        new(
            "flannel-direct-routing",
            [Refuse],
            "Flannel leaves VXLAN out between nodes of one network",
            "take DirectRouting out",
            "kubernetes-windows.md, flannel VXLAN on Windows"
        ),
        new(
            "linux-worker",
            [Ok, Warn],
            "whether a Linux node takes work",
            "join one",
            "seed a446907c, Next Steps"
        ),
        new(
            "daemonset-lands",
            [Warn],
            "a DaemonSet without an operating system would come to Windows nodes",
            "give it a node selector",
            "seed a446907c, NodeSelector patch"
        ),
        new(
            "bridge-nf-call-iptables",
            [Unknown],
            "whether Linux nodes hand bridged packets to iptables",
            "sysctl on each",
            "seed a446907c, Prepare Kubernetes master for Flannel"
        ),
    ];

    /// <summary>All, under headings for people.</summary>
    public static IReadOnlyList<(
        string Heading,
        IReadOnlyList<FindingEntry> Entries
    )> All { get; } =
    [
        ("What Windows cannot do in a swarm", Limits),
        ("The host", Hosts),
        ("The engine", Engines),
        ("Its place in the cluster", Memberships),
        ("A Kubernetes cluster", Kubernetes),
    ];
}
