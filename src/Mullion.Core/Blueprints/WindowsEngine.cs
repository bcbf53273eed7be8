using System.Text.Json;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Core.Resources.DaemonSettings;
using Mullion.Core.Resources.EngineCertificates;
using Mullion.Core.Resources.EngineEndpoints;
using Mullion.Core.Resources.EngineImages;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Resources.Firewall;
using Mullion.Core.Resources.Services;
using Mullion.Core.Resources.WindowsFeatures;
using Mullion.Core.Specs;

namespace Mullion.Core.Blueprints;

/// <summary>
/// The engine of a Windows node: as wanted, or the one that is there, which is never replaced; its certificate, its settings, and that
/// it answers.
/// </summary>
internal static class WindowsEngine
{
    private const string DaemonJson = HostPaths.EngineData + @"\config\daemon.json";

    private const string AllAddresses = "0.0.0.0";

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>Its resources; the last one is what others come after.</summary>
    public static IReadOnlyList<Resource> Of(
        ClusterSpec spec,
        NodeSpec node,
        EngineFacts? there,
        IReadOnlyList<string> addresses,
        EngineTrust? trust,
        EngineImage? generator,
        WindowsFeature containers
    )
    {
        // Mullion's own stays Mullion's when the spec says no more about it: it is still the engine that is there.
        var wanted = there is { Installed: null } ? null : spec.Engine?.Install ?? there?.Installed;
        Resource begin = wanted is null ? containers : Package(wanted, containers);
        var tls = spec.Engine?.Tls;
        var certificate =
            tls is not null ? Certificate(tls, node, addresses, trust, generator, begin)
            : there?.Certificate is { } former ? former with { Dropped = true, After = [begin.Id] }
            : null;
        var settings = Settings(spec, there, certificate, begin);
        Resource engine = wanted is null
            ? new RunningEngine
            {
                Name = "docker",
                Heading = Heading.Runtime,
                Version = spec.Engine?.Install?.Version,
                After = [(settings ?? begin).Id],
            }
            : new Service
            {
                Name = "docker",
                Heading = Heading.Runtime,
                Config = EngineService,
                After = [(settings ?? begin).Id],
            };
        var endpoint =
            tls is null || certificate is null ? null : Endpoint(tls, certificate, engine);
        return
        [
            .. new[]
            {
                begin == containers ? null : begin,
                certificate,
                settings,
                engine,
                endpoint,
            }.OfType<Resource>(),
        ];
    }

    /// <summary>
    /// The ports beside those of the swarm: the engine over TLS, and for Docker Enterprise the proxy of its agent that authenticates; the
    /// names are Docker's (seed 0ecf1c42, "Open ports in the Windows firewall").
    /// </summary>
    public static IEnumerable<FirewallOpening> Openings(EngineTlsSpec tls, MkeSpec? mke) =>
        [
            Opening(tls, "docker_local", tls.ListenAddress.Port, "Engine over TLS"),
            .. mke is null
                ? (FirewallOpening[])[]
                :
                [
                    Opening(
                        tls,
                        "docker_proxy",
                        MkeSpec.ProxyPort,
                        "Docker Enterprise agent, TLS proxy"
                    ),
                ],
        ];

    private static FirewallOpening Opening(
        EngineTlsSpec tls,
        string name,
        int port,
        string purpose
    ) =>
        new()
        {
            Name = name,
            Heading = Heading.Network,
            Protocol = "TCP",
            LocalPorts = $"{port}",
            Purpose = purpose,
            DisplayName = name,
            RemoteAddresses = tls.Clients.Count == 0 ? null : string.Join(",", tls.Clients),
        };

    private static EnginePackage Package(PackageSpec wanted, WindowsFeature containers) =>
        new()
        {
            Name = "docker",
            Heading = Heading.Runtime,
            Version = wanted.Version,
            Sha256 = wanted.Package.Sha256!,
            Url = wanted.Package.Url,
            Folder = HostPaths.EnginePrograms,
            DataFolder = HostPaths.EngineData,
            After = [containers.Id],
        };

    private static EngineCertificate Certificate(
        EngineTlsSpec tls,
        NodeSpec node,
        IReadOnlyList<string> addresses,
        EngineTrust? trust,
        EngineImage? generator,
        Resource begin
    ) =>
        new()
        {
            Name = "docker",
            Heading = Heading.Runtime,
            Folder = HostPaths.EngineCertificates,
            Authority = trust?.Authority,
            Wanted = trust?.Certificate is { } pem ? EngineCertificate.Digest(pem) : null,
            Generator = generator?.Name,
            // Which names UCP's generator writes is its own affair.
            Dns = generator is null ? EngineNames.Dns(node) : [],
            Addresses = generator is null ? EngineNames.Addresses(tls, node, addresses) : [],
            RenewBefore = RenewBefore(tls.Source),
            After = generator is null ? [begin.Id] : [begin.Id, generator.Id],
        };

    /// <summary>What somebody else signs is replaced once there is another, and not by its age.</summary>
    private static TimeSpan RenewBefore(CertificateSource source) =>
        source switch
        {
            OtherAuthority => TimeSpan.Zero,
            OwnAuthority { Days: var days } when TimeSpan.FromDays(days) / 3 < Month =>
                TimeSpan.FromDays(days) / 3,
            _ => Month,
        };

    /// <summary>What the spec wants, and the undoing of what it wanted once; null where there is neither.</summary>
    private static EngineSettings? Settings(
        ClusterSpec spec,
        EngineFacts? there,
        EngineCertificate? certificate,
        Resource begin
    )
    {
        var wanted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, json) in spec.Engine?.Settings ?? new Dictionary<string, string>())
        {
            wanted[key] = json;
        }

        if (certificate is { Dropped: false })
        {
            var listen = spec.Engine!.Tls!.ListenAddress;
            wanted[EngineKeys.Hosts] = $"[\"npipe://\", \"tcp://{listen}\"]";
            wanted["tlsverify"] = "true";
            wanted["tlscacert"] = Json(certificate.Files.Authority);
            wanted["tlscert"] = Json(certificate.Files.Certificate);
            wanted["tlskey"] = Json(certificate.Files.Key);
        }

        var restored = (there?.Changed ?? new Dictionary<string, string?>())
            .Where(c => !wanted.ContainsKey(c.Key))
            .ToDictionary();
        return wanted.Count + restored.Count == 0
            ? null
            : new EngineSettings
            {
                Name = "docker",
                Heading = Heading.Runtime,
                File = DaemonJson,
                Settings = wanted,
                Restored = restored,
                Reads = certificate is null or { Dropped: true } ? [] : certificate.Files.All,
                After = [(certificate ?? begin).Id],
            };
    }

    private static EngineEndpoint Endpoint(
        EngineTlsSpec tls,
        EngineCertificate certificate,
        Resource engine
    ) =>
        new()
        {
            Name = "docker",
            Heading = Heading.Runtime,
            Address = tls.ListenAddress.Host == AllAddresses ? "127.0.0.1" : tls.ListenAddress.Host,
            Port = tls.ListenAddress.Port,
            Folder = certificate.Folder,
            AnyName = certificate.Generator is not null,
            After = [engine.Id],
        };

    private static string Json(string text) =>
        JsonSerializer.Serialize(text, EngineSettingsJson.Default.String);

    // As dockerd --register-service makes it (swarm-protocol.md, 12): two restarts after 15 s, counted anew after a day.
    private static ServiceConfig EngineService { get; } =
        new(
            "docker",
            "Docker Engine",
            $"\"{HostPaths.EnginePrograms}\\dockerd.exe\" --run-service",
            ServiceStart.Automatic,
            "Runs Windows containers. Installed by Mullion.",
            [],
            new ServiceRecovery(
                [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15)],
                TimeSpan.FromDays(1)
            )
        );
}
