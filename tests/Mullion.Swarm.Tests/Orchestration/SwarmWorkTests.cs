using System.Text.Json;
using Mullion.Docker.Networks;
using Mullion.Docker.Services;
using Mullion.Swarm.Orchestration;

namespace Mullion.Swarm.Tests.Orchestration;

/// <summary>What of services and networks matters to Windows, as engines write it.</summary>
public sealed class SwarmWorkTests
{
    [Fact]
    public void Networks_of_the_swarm_are_read_with_their_options()
    {
        var work = SwarmWork.Of(
            Json<List<DockerNetwork>>(
                """
                [{"Id":"a","Name":"vault","Driver":"overlay","Scope":"swarm","Options":{"com.docker.network.driver.overlay.vxlanid_list":"4097,300","encrypted":""}},
                 {"Id":"b","Name":"plain","Driver":"overlay","Scope":"swarm","Options":null},
                 {"Id":"c","Name":"bridge","Driver":"bridge","Scope":"local","Options":{"encrypted":""}}]
                """
            ),
            []
        );

        work.Networks.Select(n => (n.Name, n.Encrypted))
            .ShouldBe([("plain", false), ("vault", true)]);
        work.Networks[1].Vnis.ShouldBe([4097, 300]);
    }

    [Fact]
    public void A_service_is_read_with_its_mounts_secrets_networks_and_ports()
    {
        var service = One(
            """
            {"Name":"app","TaskTemplate":{"ContainerSpec":{"Image":"a:1",
              "Mounts":[{"Type":"bind","Source":"/var/run/docker.sock","Target":"/x"},{"Type":"volume","Source":"data.sock","Target":"/d"},{"Type":"bind","Source":"C:\\data","Target":"C:\\d"}],
              "Secrets":[{"File":{"Name":"a","UID":"0","GID":"0","Mode":292},"SecretID":"1","SecretName":"plain"},
                         {"File":{"Name":"b","UID":"1000","GID":"0","Mode":292},"SecretID":"2","SecretName":"uid"},
                         {"File":{"Name":"c","UID":"0","GID":"0","Mode":256},"SecretID":"3","SecretName":"mode"}]},
              "Networks":[{"Target":"net-1"}]},
             "EndpointSpec":{"Ports":[{"PublishedPort":8080,"TargetPort":80,"PublishMode":"ingress"},{"PublishedPort":9090,"TargetPort":90,"PublishMode":"host"}]}}
            """
        );

        service.UnixSockets.ShouldBe(["/var/run/docker.sock"]);
        service.Secrets.ShouldBe(["plain", "uid", "mode"]);
        service.OwnedSecrets.ShouldBe(["uid", "mode"]);
        service.Networks.ShouldBe(["net-1"]);
        service.MeshPorts.ShouldBe([8080]);
        service.MayRunOnWindows.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"Constraints":["node.platform.os==linux"]}""", false)]
    [InlineData("""{"Constraints":["node.platform.os == Linux"]}""", false)]
    [InlineData("""{"Constraints":["node.platform.os!=windows"]}""", false)]
    [InlineData("""{"Constraints":["node.platform.os!=linux"]}""", true)]
    [InlineData("""{"Constraints":["node.platform.os==windows"]}""", true)]
    [InlineData("""{"Constraints":["node.role==manager"]}""", false)]
    [InlineData("""{"Constraints":["node.role!=manager"]}""", true)]
    [InlineData("""{"Constraints":["node.labels.rack==a"]}""", true)]
    [InlineData("""{"Platforms":[{"Architecture":"amd64","OS":"linux"}]}""", false)]
    [InlineData("""{"Platforms":[{"OS":"linux"},{"OS":"windows"}]}""", true)]
    [InlineData("""{"Platforms":null,"Constraints":null}""", true)]
    public void Constraints_and_platforms_keep_services_off_windows(string placement, bool may) =>
        One($$$"""{"Name":"a","TaskTemplate":{"Placement":{{{placement}}}}}""")
            .MayRunOnWindows.ShouldBe(may);

    [Fact]
    public void What_is_not_there_is_not_there()
    {
        var service = One("""{"Name":"a","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}}}""");

        service.Secrets.ShouldBeEmpty();
        service.MeshPorts.ShouldBeEmpty();
        service.Networks.ShouldBeEmpty();
    }

    private static Core.Orchestrators.ClusterService One(string spec) =>
        SwarmWork
            .Of([], [new SwarmService { Spec = Json<ServiceSpec>(spec) }])
            .Services.ShouldHaveSingleItem();

    private static T Json<T>(string text) => JsonSerializer.Deserialize<T>(text)!;
}
