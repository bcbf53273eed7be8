using System.Text;
using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Specs;

public class ClusterSpecLoaderTests
{
    [Fact]
    public void Every_key_reaches_its_place()
    {
        var spec = Spec.LoadValid(Spec.Full);

        spec.Name.ShouldBe("shop");
        var swarm = spec.AsSwarm();
        swarm.Managers.ShouldHaveSingleItem().ToString().ShouldBe("tcp://10.0.0.5:2376");
        swarm.Managers[0].Tcp.ShouldBe(new HostPort("10.0.0.5", 2376));
        swarm.Tls.ShouldNotBeNull();
        swarm.Tls.Ca.ShouldBe(
            new FileReference("certs/ca.pem", Path.GetFullPath("/specs/certs/ca.pem"))
        );
        swarm.Tls.Cert.FullPath.ShouldBe(Path.GetFullPath("/specs/certs/cert.pem"));
        swarm.Tls.Key.FullPath.ShouldBe(Path.GetFullPath("/etc/mullion/key.pem"));
        swarm.JoinAddresses.ShouldBe([new("10.0.0.5", 2377), new("manager-2.example", 2377)]);
        spec.Engine.ShouldNotBeNull();
        spec.Engine.Install!.Version.ShouldBe("28.2.2");
        spec.Engine.Install.Package.ShouldBe(
            new ArchiveSpec
            {
                Url = "https://mirror.example/docker-28.2.2.zip",
                Sha256 = Spec.Checksum,
            }
        );
        spec.Nodes.Count.ShouldBe(3);
        var node = spec.Nodes[0];
        node.Name.ShouldBe("win-1");
        node.Host.ShouldBe(new HostReference(HostScheme.Lab, "win-1"));
        node.Interface.ShouldBe(new InterfaceSpec { Name = "Ethernet 2" });
        node.ListenAddress.ShouldBe(new HostPort("0.0.0.0", 2377));
        node.AdvertiseAddress.ShouldBe("10.0.0.21");
        node.DataPathAddress.ShouldBe("10.0.1.21");
        node.Availability.ShouldBe(NodeAvailability.Drain);
        node.Labels.ShouldBe(
            new Dictionary<string, string>
            {
                ["os.build"] = "20348",
                ["rack"] = "a",
                ["with space"] = "",
            }
        );
        spec.Nodes[1].Interface!.Mac.ShouldBe("00-15-5D-01-02-0A");
        spec.Nodes[2].Interface!.Address.ShouldBe("10.0.0.23");
        spec.Nodes[2].ListenAddress.ShouldBe(new HostPort("10.0.0.23", 2377));
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var spec = Spec.LoadValid(Spec.Node());

        spec.Engine.ShouldBeNull();
        spec.AsSwarm().Tls.ShouldBeNull();
        spec.AsSwarm().JoinAddresses.ShouldBeEmpty();
        var node = spec.Nodes.ShouldHaveSingleItem();
        node.Interface.ShouldBeNull();
        node.ListenAddress.ToString().ShouldBe("0.0.0.0:2377");
        node.AdvertiseAddress.ShouldBeNull();
        node.DataPathAddress.ShouldBeNull();
        node.Availability.ShouldBe(NodeAvailability.Active);
        node.Labels.ShouldBeEmpty();
    }

    [Fact]
    public void A_cluster_may_have_no_nodes_yet() =>
        Spec.LoadValid(Spec.Minimal).Nodes.ShouldBeEmpty();

    [Theory]
    [InlineData("unix:///var/run/docker.sock", ManagerScheme.Unix, "/var/run/docker.sock")]
    [InlineData("npipe:////./pipe/docker_engine", ManagerScheme.Npipe, "//./pipe/docker_engine")]
    [InlineData("tcp://manager.example:2375", ManagerScheme.Tcp, "manager.example:2375")]
    public void A_manager_is_reached_as_docker_reaches_it(
        string written,
        ManagerScheme scheme,
        string location
    )
    {
        var manager = Spec.LoadValid(Spec.Manager(written)).AsSwarm().Managers.Single();

        manager.Scheme.ShouldBe(scheme);
        manager.Location.ShouldBe(location);
        manager.ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData("context:shop", "context:shop")]
    [InlineData("context:current", "context:current")]
    [InlineData("context:", "context:current")]
    [InlineData("bundle:ucp/admin", "bundle:ucp/admin")]
    public void A_manager_may_stand_in_dockers_own_files(string written, string read)
    {
        var manager = Spec.LoadValid(Spec.Manager(written)).AsSwarm().Managers.Single();

        manager.ToString().ShouldBe(read);
        manager.Folder?.FullPath.ShouldBe(Path.GetFullPath("/specs/ucp/admin"));
    }

    [Fact]
    public void Managers_may_be_a_list_in_which_tls_is_for_those_over_tcp()
    {
        var swarm = Spec.LoadValid(
                Spec.Managers(
                    "[unix:///run/docker.sock, tcp://a:2376, tcp://b:2376]",
                    ", tls: { ca: a.pem, cert: b.pem, key: c.pem }"
                )
            )
            .AsSwarm();

        swarm
            .Managers.Select(m => m.ToString())
            .ShouldBe(["unix:///run/docker.sock", "tcp://a:2376", "tcp://b:2376"]);
        swarm.Tls.ShouldNotBeNull();
    }

    [Fact]
    public void An_engine_without_package_comes_from_the_catalogue() =>
        Spec.LoadValid(Spec.Engine("{ version: 27.5.1 }"))
            .Engine!.Install!.Package.ShouldBe(
                new ArchiveSpec { Url = "https://example/27.5.1.zip", Sha256 = Spec.Checksum }
            );

    [Fact]
    public void A_checksum_alone_completes_the_catalogue()
    {
        var checksum = new string('A', 64);

        Spec.LoadValid(Spec.Engine($"{{ version: 28.2.2, package: {{ sha256: {checksum} }} }}"))
            .Engine!.Install!.Package.ShouldBe(
                new ArchiveSpec { Url = "https://example/28.2.2.zip", Sha256 = new string('a', 64) }
            );
    }

    [Fact]
    public void An_offline_package_needs_no_checksum_and_no_catalogue() =>
        Spec.LoadValid(Spec.Engine("{ version: 99.0.0, package: { path: pkg/docker.zip } }"))
            .Engine!.Install!.Package.ShouldBe(
                new ArchiveSpec
                {
                    Path = new FileReference(
                        "pkg/docker.zip",
                        Path.GetFullPath("/specs/pkg/docker.zip")
                    ),
                }
            );

    [Fact]
    public void Versions_and_labels_stay_the_text_that_was_written()
    {
        var spec = Spec.LoadValid(Spec.Node("labels: { a: 0010, b: 1.10, c: yes, d: 0x1F }"));

        spec.Nodes[0].Labels.Values.ShouldBe(["0010", "1.10", "yes", "0x1F"]);
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_are_taken()
    {
        var text = Spec.Full.ReplaceLineEndings("\r\n");

        var result = Spec.Load([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]);

        result.Errors.ShouldBeEmpty();
        result.Spec!.Digest().ShouldBe(Spec.LoadValid(Spec.Full).Digest());
    }

    [Fact]
    public void Five_thousand_nodes_load()
    {
        var yaml = new StringBuilder(
            Spec.Minimal.Replace("nodes: []", "nodes:", StringComparison.Ordinal)
        );
        for (var i = 0; i < 5000; i++)
        {
            yaml.Append(
                $"""

                  - name: win-{i}
                    host: lab:win-{i}
                    interface: {"{"} name: Ethernet {"}"}
                    advertiseAddress: 10.0.{i / 250}.{i % 250}
                    labels: {"{"} rack: r{i % 40}, zone: z1 {"}"}
                """
            );
        }

        Spec.LoadValid(yaml.ToString()).Nodes.Count.ShouldBe(5000);
    }

    [Fact]
    public void A_file_is_loaded_by_its_path()
    {
        var folder = Directory.CreateTempSubdirectory("mullion-spec-");
        try
        {
            var path = Path.Combine(folder.FullName, "mullion.yaml");
            File.WriteAllText(path, Spec.Minimal);

            ClusterSpecLoader.Load(path).Errors.ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error_of_the_whole_file() =>
        ClusterSpecLoader
            .Load("/nowhere/mullion.yaml")
            .Errors.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe(
                "/nowhere/mullion.yaml: the file does not exist. Create it, or name another file."
            );

    [Theory]
    [InlineData("", "the file cannot be read")]
    [InlineData("/", "this is a folder")]
    public void A_path_that_is_no_file_is_an_error(string path, string reason) =>
        ClusterSpecLoader.Load(path).Errors.ShouldHaveSingleItem().Reason.ShouldStartWith(reason);
}
