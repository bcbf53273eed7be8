using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Specs;

public sealed class ImageReferenceTests
{
    private const string Digest =
        "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("nginx", "docker.io/library/nginx:latest")]
    [InlineData("docker/ucp-agent-win:3.2.5", "docker.io/docker/ucp-agent-win:3.2.5")]
    [InlineData("docker.io/library/nginx", "docker.io/library/nginx:latest")]
    [InlineData("index.docker.io/nginx:1", "docker.io/library/nginx:1")]
    [InlineData("localhost/app", "localhost/app:latest")]
    [InlineData("localhost:5000/app:2", "localhost:5000/app:2")]
    [InlineData("corp/app:2", "docker.io/corp/app:2")]
    [InlineData(
        "mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022",
        "mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022"
    )]
    [InlineData("a.b/c:1@" + Digest, "a.b/c@" + Digest)]
    [InlineData("a.b/c@" + Digest, "a.b/c@" + Digest)]
    public void Means_what_engines_take_it_for(string text, string full)
    {
        var reference = ImageReference.Parse(text)!;

        reference.Full.ShouldBe(full);
        reference.Written.ShouldBe(text);
        reference.ShouldBe(ImageReference.Parse(full));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nginx")]
    [InlineData("https://registry.corp.example/app:1")]
    [InlineData("app:")]
    [InlineData("app:ta g")]
    [InlineData("a..b")]
    [InlineData("-app")]
    [InlineData("app@sha256:12")]
    [InlineData("Corp/app")]
    [InlineData("app;rm")]
    [InlineData("app'$(x)")]
    public void Is_nothing_else(string text) => ImageReference.Parse(text).ShouldBeNull();

    [Fact]
    public void Is_not_of_any_length() => ImageReference.Parse(new string('a', 600)).ShouldBeNull();
}
