using Mullion.Core.Specs;
using Mullion.Testing;

namespace Mullion.Core.Tests.Specs;

public class SpecErrorTests
{
    /// <summary>A file that has nearly everything wrong; the snapshot is what its author would read.</summary>
    private const string Mke = ", mke: { version: 3.2.5 }";

    private const string Bad = """
        apiVersion: mullion.dev/v1
        kind: Clutser
        metadata: { name: -shop-, colour: blue }
        orchestrator:
          swarm:
            manager: unix:///var/run/docker.sock
            tls: { ca: missing/ca.pem, cert: cert.pem, kye: key.pem }
            joinAddresses: [10.0.0.5:0, 10.0.0.256, "[fe80::1]:2377", 10.0.0.7:99999, []]
            join-addresses: []
        engine:
          version: 28.2
          package: { url: ftp://mirror/docker.zip, path: docker.zip, sha256: abc }
        nodes:
          - name: win-1
            host: lab:win-1
            interface: { name: Ethernet, mac: 00-15-5D-01-02 }
            listen-addr: 0.0.0.0
            advertiseAddress: 10.0.0.21:2377
            availability: paused
            labels: { "a=b": c, "": d, e: , f: [1] }
          - name: WIN-1
            host: LAB:win-1
            advertiseAddress: 010.0.0.1
            availability: { drain: true }
            interface: {}
          - name: win-3
            host: ssh:admin@win-3
            advertiseAddress: 10.0.0.30
            dataPathAddress: 224.0.0.1
            labels: rack
          - host: lab:win-1
            advertiseAddress: 10.0.0.30
            advertiseAddress: 10.0.0.31
            dataPathAddress: ~
          - host
          - name: win_6
            host: win-6
        """;

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Snapshot.Match(
            string.Join('\n', Spec.Load(Bad).Errors)
                .Replace(Path.GetFullPath("/specs/"), "/specs/", StringComparison.Ordinal),
            "everything-wrong"
        );

    [Fact]
    public void Errors_come_in_the_order_of_the_file()
    {
        var places = Spec.Load(Bad).Errors.Select(error => (error.Line, error.Column)).ToList();

        places.ShouldBe(places.Order());
        places.ShouldAllBe(place => place.Line > 0 && place.Column > 0);
    }

    [Fact]
    public void Every_error_has_a_reason_and_a_fix()
    {
        foreach (var error in Spec.Load(Bad).Errors)
        {
            error.Reason.ShouldNotBeNullOrWhiteSpace();
            error.Reason.ShouldNotEndWith(".");
            error.Fix.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void The_parts_of_an_error_are_there_for_programs()
    {
        var error = Spec.Load(Spec.Node("availability: paused"), "mullion.yaml")
            .Errors.ShouldHaveSingleItem();

        error.ShouldBe(
            new SpecError
            {
                File = "mullion.yaml",
                Line = 8,
                Column = 19,
                Path = "nodes[0].availability",
                Value = "paused",
                Reason = "this is no availability",
                Fix = "Did you mean pause?",
            }
        );
    }

    [Theory]
    [InlineData("unix://docker.sock", "the path of the socket is not absolute")]
    [InlineData("/var/run/docker.sock", "the endpoint does not say how to reach the manager")]
    [InlineData("ssh://admin@manager", "a manager cannot be reached by ssh://")]
    [InlineData("http://manager:2376", "a manager cannot be reached by http://")]
    [InlineData("tcp://manager", "the port is missing")]
    [InlineData("tcp://manager:0", "the port is not a number from 1 to 65535")]
    [InlineData("tcp://manager:65536", "the port is not a number from 1 to 65535")]
    [InlineData("tcp://[::1]:2376", "IPv6 is not supported")]
    [InlineData("npipe://docker_engine", "this does not name a pipe")]
    [InlineData("npipe:////./pipe/", "this does not name a pipe")]
    [InlineData("context:a/b", "docker has no contexts of such a name")]
    [InlineData("context://shop", "docker has no contexts of such a name")]
    [InlineData("bundle:", "the folder of the client bundle is missing")]
    [InlineData("bundle:missing", "the client bundle is not complete: there is no file ")]
    public void A_manager_that_cannot_be_reached_is_refused(string manager, string reason) =>
        Only(Spec.Manager(manager), "orchestrator.swarm.manager").Reason.ShouldStartWith(reason);

    [Theory]
    [InlineData("[]", "manager", "the list is empty")]
    [InlineData("[tcp://a:1, tcp://b]", "manager[1]", "the port is missing")]
    [InlineData("[tcp://a:1, [tcp://b:1]]", "manager[1]", "the endpoint of a manager")]
    [InlineData("{ a: tcp://a:1 }", "manager", "the endpoint of a manager")]
    [InlineData("[tcp://a:1, unix:///s, tcp://a:1]", "manager[2]", "the manager is already taken")]
    public void A_list_of_managers_names_the_wrong_one(string yaml, string key, string reason) =>
        Only(Spec.Managers(yaml), "orchestrator.swarm." + key).Reason.ShouldStartWith(reason);

    [Fact]
    public void One_wrong_manager_does_not_make_tls_wrong() =>
        Only(
            Spec.Managers(
                "[unix:///run/docker.sock, tcp://b]",
                ", tls: { ca: a.pem, cert: b.pem, key: c.pem }"
            ),
            "orchestrator.swarm.manager[1]"
        );

    [Theory]
    [InlineData("unix:///run/docker.sock")]
    [InlineData("npipe:////./pipe/docker_engine")]
    [InlineData("context:shop")]
    [InlineData("bundle:ucp")]
    public void Tls_goes_with_tcp_only(string manager) =>
        Only(
            Spec.Manager(manager, ", tls: { ca: a.pem, cert: b.pem, key: c.pem }"),
            "orchestrator.swarm.tls"
        )
            .Reason.ShouldContain(manager);

    [Fact]
    public void A_file_that_does_not_exist_is_named_in_full() =>
        Only(
            Spec.Manager("tcp://m:1", ", tls: { ca: missing.pem, cert: b.pem, key: c.pem }"),
            "orchestrator.swarm.tls.ca"
        )
            .Reason.ShouldBe("there is no file " + Path.GetFullPath("/specs/missing.pem"));

    [Theory]
    [InlineData("{ version: 28.2.2 }", "engine.version", "has no checksum")]
    [InlineData("{ version: 1.0.0 }", "engine.version", "does not know this engine version")]
    [InlineData("{ version: latest }", "engine.version", "this is not an engine version")]
    [InlineData(
        "{ package: { path: a.zip } }",
        "engine.package",
        "needs the version that it holds"
    )]
    [InlineData(
        "{ version: 1.0.0, package: { url: 'https://a/b.zip' } }",
        "engine.package.url",
        "an archive that is downloaded needs its checksum"
    )]
    public void An_engine_needs_a_known_origin(string engine, string path, string reason) =>
        Only(Spec.Engine(engine), path).Reason.ShouldContain(reason);

    [Theory]
    [InlineData("{ debug: maybe }", "engine.settings.debug", "true or false is expected here")]
    [InlineData("{ debug: [true] }", "engine.settings.debug", "true or false is expected here")]
    [InlineData("{ mtu: 1.5 }", "engine.settings.mtu", "a whole number is expected here")]
    [InlineData("{ labels: a=b }", "engine.settings.labels", "a list is expected here")]
    [InlineData("{ log-opts: [a] }", "engine.settings.log-opts", "a mapping of keys")]
    [InlineData("{ log-level: }", "engine.settings.log-level", "the value is missing")]
    [InlineData("{ labels: [{}] }", "engine.settings.labels[0]", "a single value is expected")]
    [InlineData("{ hosts: [] }", "engine.settings.hosts", "the key is unknown")]
    [InlineData("{ data-root: D }", "engine.settings.data-root", "the key is unknown")]
    [InlineData("{ tlsverify: true }", "engine.settings.tlsverify", "the key is unknown")]
    public void A_setting_has_a_type_and_some_are_made_elsewhere(
        string settings,
        string path,
        string reason
    ) => Only(Spec.Engine($"{{ settings: {settings} }}"), path).Reason.ShouldContain(reason);

    [Fact]
    public void An_unknown_setting_says_what_it_may_have_been() =>
        Only(
            Spec.Engine("{ settings: { regsitry-mirrors: [] } }"),
            "engine.settings.regsitry-mirrors"
        )
            .Fix.ShouldContain("registry-mirrors");

    [Theory]
    [InlineData("keyType: dsa", "keyType", "this is no kind of key")]
    [InlineData("days: 0", "days", "this is no whole number from 1 to 3650")]
    [InlineData("days: 9999", "days", "this is no whole number from 1 to 3650")]
    [InlineData("listenAddress: win-1:2376", "listenAddress", "this is not an IPv4 address")]
    [InlineData("clients: [10.0.0.1/24]", "clients[0]", "is not the first address of a network")]
    [InlineData("clients: [10.0.0.0/33]", "clients[0]", "this is no IPv4 network")]
    [InlineData("clients: [manager]", "clients[0]", "this is no IPv4 address")]
    [InlineData("passphraseFile: missing", "passphraseFile", "there is no file")]
    public void Engine_tls_says_what_is_wrong(string entry, string key, string reason) =>
        Only(Spec.Engine($"{{ tls: {{ ca: a, caKey: b, {entry} }} }}"), $"engine.tls.{key}")
            .Reason.ShouldContain(reason);

    [Theory]
    [InlineData(
        "{ ca: a, caKey: b, certificates: c }",
        "engine.tls.certificates",
        "caKey and certificates exclude each other"
    )]
    [InlineData(
        "{ ca: a }",
        "engine.tls",
        "this does not say where the nodes' certificates come from"
    )]
    [InlineData(
        "{ caKey: b, generator: ucp, ca: a }",
        "engine.tls.generator",
        "caKey and generator exclude each other"
    )]
    [InlineData("{ caKey: b }", "engine.tls.ca", "the key is missing")]
    [InlineData(
        "{ ca: a, certificates: c, days: 90 }",
        "engine.tls.days",
        "days has no effect beside certificates"
    )]
    [InlineData(
        "{ generator: mke }",
        "engine.tls.generator",
        "this version of Mullion reads ucp only"
    )]
    public void Certificates_come_from_one_place(string tls, string key, string reason) =>
        Only(Spec.Engine($"{{ tls: {tls} }}"), key).Reason.ShouldBe(reason);

    [Theory]
    [InlineData(
        "{ tls: { generator: ucp } }",
        "",
        "engine",
        "tls.generator: ucp needs to know which UCP or MKE it is"
    )]
    [InlineData(
        "{ tls: { generator: ucp, keyType: rsa } }",
        Mke,
        "engine.tls.keyType",
        "keyType has no effect beside generator"
    )]
    [InlineData(
        "{ version: 27.5.1, tls: { generator: ucp } }",
        Mke,
        "engine.version",
        "an engine that Mullion installs gets its certificate before it first starts"
    )]
    public void Ucps_generator_wants_ucp_and_an_engine(
        string engine,
        string mke,
        string key,
        string reason
    ) =>
        Only(Spec.Manager("unix:///var/run/docker.sock", mke) + $"\nengine: {engine}", key)
            .Reason.ShouldContain(reason);

    [Fact]
    public void A_version_without_checksum_says_which_have_one() =>
        Only(Spec.Engine("{ version: 28.2.2 }"), "engine.version")
            .Fix.ShouldBe(
                "Add package.sha256 (Get-FileHash of https://example/28.2.2.zip, downloaded where you trust the line), "
                    + "or package.path. Known with checksum: 27.5.1."
            );

    [Theory]
    [InlineData("host: ssh:admin@win-1", "ssh")]
    [InlineData("host: local", "local")]
    [InlineData("host: agent", "agent")]
    public void Ways_to_a_host_that_come_later_are_no_syntax_errors(string host, string scheme)
    {
        var yaml = Spec.Node().Replace("host: lab:win-1", host, StringComparison.Ordinal);

        var error = Only(yaml, "nodes[0].host");

        error.Reason.ShouldBe($"{scheme} hosts are not available yet in this version");
        error.Fix.ShouldBe("Use lab:NAME.");
    }

    [Theory]
    [InlineData("advertiseAddress: 10.0.0.256", "nodes[0].advertiseAddress")]
    [InlineData("advertiseAddress: 10.0.0", "nodes[0].advertiseAddress")]
    [InlineData("advertiseAddress: 10.0.0.1.2", "nodes[0].advertiseAddress")]
    [InlineData("advertiseAddress: 0.0.0.0", "nodes[0].advertiseAddress")]
    [InlineData("advertiseAddress: 255.255.255.255", "nodes[0].advertiseAddress")]
    [InlineData("advertiseAddress: 'fe80::1'", "nodes[0].advertiseAddress")]
    [InlineData("advertiseAddress: ' 10.0.0.1'", "nodes[0].advertiseAddress")]
    [InlineData("advertiseAddress: Ethernet", "nodes[0].advertiseAddress")]
    [InlineData("dataPathAddress: 10.0.0.09", "nodes[0].dataPathAddress")]
    [InlineData("listenAddress: host:2377", "nodes[0].listenAddress")]
    [InlineData("listenAddress: ':2377'", "nodes[0].listenAddress")]
    [InlineData("listenAddress: '0.0.0.0:'", "nodes[0].listenAddress")]
    [InlineData("listenAddress: '0.0.0.0:+1'", "nodes[0].listenAddress")]
    [InlineData("listenAddress: '0.0.0.0:02377'", "nodes[0].listenAddress")]
    [InlineData("interface: { mac: 00-15-5D-01-02-ZZ }", "nodes[0].interface.mac")]
    [InlineData("interface: { mac: 00155D010203 }", "nodes[0].interface.mac")]
    [InlineData("interface: { name: ' ' }", "nodes[0].interface.name")]
    [InlineData("interface: Ethernet", "nodes[0].interface")]
    [InlineData("interface: { name: a, address: 10.0.0.1 }", "nodes[0].interface.address")]
    [InlineData("availability: Active", "nodes[0].availability")]
    [InlineData("labels: { \"a\\u0007\": b }", "nodes[0].labels[\"a\\u0007\"]")]
    [InlineData("labels: { a: \"b\\0\" }", "nodes[0].labels.a")]
    [InlineData("labels: [ a ]", "nodes[0].labels")]
    public void A_value_out_of_range_is_refused_at_its_place(string line, string path) =>
        Only(Spec.Node(line), path);

    [Theory]
    [InlineData("name", "name: WIN-1\n    host: lab:other", "node name")]
    [InlineData("host", "name: other\n    host: lab:WIN-1", "host")]
    [InlineData(
        "advertiseAddress",
        "name: b\n    host: lab:b\n    advertiseAddress: 10.0.0.1",
        "advertised address"
    )]
    [InlineData(
        "interface.mac",
        "name: b\n    host: lab:b\n    interface: { mac: \"00:15:5d:01:02:0A\" }",
        "MAC address"
    )]
    [InlineData(
        "dataPathAddress",
        "name: b\n    host: lab:b\n    dataPathAddress: 10.0.0.2",
        "data path address"
    )]
    public void What_must_be_unique_names_who_had_it_first(string key, string second, string what)
    {
        var first = Spec.Node(
            "advertiseAddress: 10.0.0.1",
            "dataPathAddress: 10.0.0.2",
            "interface: { mac: 00-15-5D-01-02-0a }"
        );

        var error = Only($"{first}\n  - {second}", "nodes[1]." + key);

        error.Reason.ShouldStartWith($"the {what} is already taken by nodes[0].{key} on line ");
    }

    [Fact]
    public void Several_kinds_of_secret_are_never_repeated()
    {
        const string Canary = "canary-4711";
        string[] files =
        [
            Spec.Manager($"tcp://user:{Canary}@manager:2376"),
            Spec.Manager($"ssh://user:{Canary}@manager"),
            Spec.Manager($"user:{Canary}@manager"),
            Spec.Manager($"context:user:{Canary}@manager"),
            Spec.Manager("tcp://m:1", $", token: {Canary}"),
            Spec.Manager("tcp://m:1", $", tls: \"-----BEGIN KEY-----\\n{Canary}\""),
            Spec.Manager(
                "tcp://m:1",
                $", tls: {{ ca: a, cert: b, key: \"-----BEGIN KEY-----\\n{Canary}\" }}"
            ),
            Spec.Engine(
                $"{{ version: 1.0.0, package: {{ url: 'https://u:{Canary}@h/a.zip', sha256: {Spec.Checksum} }} }}"
            ),
            Spec.Engine(
                $"{{ version: 1.0.0, package: {{ url: 'ftp://u:{Canary}@h/a.zip', sha256: {Spec.Checksum} }} }}"
            ),
            Spec.Engine(
                $"{{ version: 1.0.0, package: {{ url: 'https://h/a.zip?sv=1&sig={Canary}', sha256: {Spec.Checksum} }} }}"
            ),
            Spec.Engine($"{{ settings: {{ log-opts: {{ splunk-token: {Canary} }} }} }}"),
            Spec.Engine($"{{ settings: {{ registry-mirrors: ['https://u:{Canary}@mirror'] }} }}"),
            Spec.Engine($"{{ settings: {{ log-opts: {{ url: 'https://s/x?sig={Canary}' }} }} }}"),
            Canary,
            $"\"{Canary}",
            $"key: {Canary}: {Canary}",
        ];

        foreach (var file in files)
        {
            var result = Spec.Load(file);

            result.Errors.ShouldNotBeEmpty(file);
            string.Join('\n', result.Errors).ShouldNotContain(Canary);
        }
    }

    [Fact]
    public void A_value_is_shown_on_one_line_and_cut() =>
        Only(
            Spec.Node($"availability: \"\\u202e\\u001b[31m{new string('x', 500)}\""),
            "nodes[0].availability"
        )
            .Value.ShouldBe("\\u202E\\u001B[31m" + new string('x', 64) + "…");

    [Fact]
    public void A_file_that_is_wrong_everywhere_shows_a_thousand_errors()
    {
        var yaml =
            Spec.Minimal.Replace("nodes: []", "nodes:", StringComparison.Ordinal)
            + string.Concat(Enumerable.Repeat("\n  - {}", 1000));

        var errors = Spec.Load(yaml).Errors;

        errors.Count.ShouldBe(1001);
        errors[^1].Reason.ShouldBe("1,000 further errors are not shown");
    }

    private static SpecError Only(string yaml, string path)
    {
        var result = Spec.Load(yaml);
        result.Spec.ShouldBeNull();
        var error = result.Errors.ShouldHaveSingleItem();
        error.Path.ShouldBe(path);
        return error;
    }
}
