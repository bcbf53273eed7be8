using Mullion.Core;
using Mullion.Docker.Connections;

namespace Mullion.Docker.Tests.Connections;

public sealed class DockerEndpointTests
{
    private static readonly DockerTls Tls = new("ca.pem", "cert.pem", "key.pem");

    [Theory]
    [InlineData("unix:///var/run/docker.sock", "unix:///var/run/docker.sock")]
    [InlineData("npipe:////./pipe/docker_engine", "npipe:////./pipe/docker_engine")]
    [InlineData(@"npipe://\\.\pipe\docker_engine", "npipe:////./pipe/docker_engine")]
    [InlineData("npipe:////server/pipe/docker_engine", "npipe:////server/pipe/docker_engine")]
    [InlineData("tcp://10.0.0.5", "tcp://10.0.0.5:2375")]
    [InlineData("tcp://10.0.0.5:4243", "tcp://10.0.0.5:4243")]
    [InlineData("tcp://manager-1/", "tcp://manager-1:2375")]
    [InlineData("tcp://[fe80::1]:2375", "tcp://[fe80::1]:2375")]
    public void What_is_read_is_written_in_one_form(string text, string expected) =>
        DockerEndpoint.Parse(text).ToString().ShouldBe(expected);

    [Fact]
    public void With_tls_the_default_port_is_2376() =>
        DockerEndpoint.Parse("tcp://m", Tls).ToString().ShouldBe("tcp://m:2376");

    [Theory]
    [InlineData("", "no scheme")]
    [InlineData("10.0.0.5:2376", "no scheme")]
    [InlineData("ssh://root@host", "ssh:// is not supported")]
    [InlineData("unix://docker.sock", "absolute")]
    [InlineData("unix:///", "absolute")]
    [InlineData("npipe://docker_engine", "npipe:////./pipe/NAME")]
    [InlineData("tcp://", "host and a port")]
    [InlineData("tcp://user@host:1", "host and a port")]
    [InlineData("tcp://host:1/path", "host and a port")]
    [InlineData("tcp://host:99999", "host and a port")]
    public void What_is_wrong_is_said(string text, string reason)
    {
        var error = Should.Throw<MullionException>(() => DockerEndpoint.Parse(text));

        error.Message.ShouldContain(reason);
        error.Message.ShouldContain($"'{text}'");
        error.Fix.ShouldNotBeNull();
    }

    [Fact]
    public void Tls_needs_tcp() =>
        Should
            .Throw<MullionException>(() => DockerEndpoint.Parse("unix:///a", Tls))
            .Message.ShouldContain("tcp:// and https:// only");

    [Fact]
    public void A_certificate_needs_its_key() =>
        Should
            .Throw<MullionException>(() => DockerEndpoint.Parse("tcp://m", Tls with { Key = null }))
            .Message.ShouldContain("missing");
}
