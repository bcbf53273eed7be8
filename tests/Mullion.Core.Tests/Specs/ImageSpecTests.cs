using Mullion.Core.Images;
using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Specs;

/// <summary>What stands under <c>images</c> and <c>registries</c>, and what is refused there.</summary>
public sealed class ImageSpecTests
{
    private const string Head = """
        apiVersion: mullion.dev/v1alpha1
        kind: Cluster
        metadata: { name: shop }
        orchestrator: { swarm: { manager: 'unix:///var/run/docker.sock', mke: { version: 3.2.5 } } }
        nodes: []

        """;

    [Theory]
    [InlineData("- name: Nginx", "this is not the name of an image")]
    [InlineData("- name: nginx\n- name: docker.io/library/nginx:latest", "image")]
    [InlineData("- name: a.b/c:1\n  archive: {}", "does not say where the archive is")]
    [InlineData(
        "- name: a.b/c:1\n  archive: { url: 'https://m/x.tar' }",
        "an archive that is downloaded needs its checksum"
    )]
    [InlineData(
        "- name: a.b/c@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n  archive: { path: x.tar }",
        "no digest of a registry"
    )]
    public void Images_that_cannot_be_are_refused(string images, string reason) =>
        Refused("images:\n" + images).ShouldContain(e => e.Reason.Contains(reason));

    [Theory]
    [InlineData(
        "- { host: 'https://a.b', user: u, passwordFile: pw.txt }",
        "this is not the host of a registry"
    )]
    [InlineData(
        "- { host: a.b, user: 'u:geheim-4711', passwordFile: pw.txt }",
        "a user's name has no colon"
    )]
    [InlineData(
        "- { host: a.b, user: u, passwordFile: pw.txt }\n- { host: A.B, user: v, passwordFile: pw.txt }",
        "registry"
    )]
    [InlineData("- { host: a.b, user: u, password: geheim-4711 }", "password")]
    public void Registries_that_cannot_be_are_refused_and_no_password_is_repeated(
        string registries,
        string reason
    )
    {
        var errors = Refused("registries:\n" + registries);

        errors.ShouldContain(e => e.Reason.Contains(reason) || e.ToString().Contains(reason));
        errors.ShouldAllBe(e => !e.ToString().Contains("geheim-4711"));
    }

    [Theory]
    [InlineData("3.0.1", "docker/ucp-agent-win:3.0.1 docker/ucp-dsinfo-win:3.0.1")]
    [InlineData(
        "3.3.0",
        "mirantis/ucp-agent-win:3.3.0 mirantis/ucp-dsinfo-win:3.3.0 mirantis/ucp-kube-binaries-win:3.3.0 mirantis/ucp-docker-cni-win:3.3.0"
    )]
    public void Docker_enterprise_needs_its_own(string version, string names) =>
        string.Join(' ', MkeImages.Of(MkeSpec.Of(version, null))).ShouldBe(names);

    [Fact]
    public void An_image_that_the_spec_names_too_is_as_the_spec_has_it()
    {
        var spec = Loaded(
            "images:\n- name: docker.io/docker/ucp-agent-win:3.2.5\n  archive: { path: x.tar }"
        );

        var images = NodeImages.Of(spec);

        images.Count.ShouldBe(2);
        images[0].Name.Written.ShouldBe("docker/ucp-dsinfo-win:3.2.5");
        images[1].Archive!.Path!.Written.ShouldBe("x.tar");
    }

    [Fact]
    public void Digests_of_specs_without_images_are_as_they_were_and_differ_by_each_part()
    {
        string[] parts =
        [
            "",
            "images: [{ name: nginx }]",
            "images: [{ name: 'nginx:latest' }]",
            "images: [{ name: nginx, archive: { path: x.tar } }]",
            "registries: [{ host: a.b, user: u, passwordFile: pw.txt }]",
            "registries: [{ host: a.b, user: v, passwordFile: pw.txt }]",
        ];

        parts.Select(p => Loaded(p).Digest()).Distinct().Count().ShouldBe(parts.Length);
        Loaded("images: []\nregistries: []").Digest().ShouldBe(Loaded("").Digest());
    }

    private static ClusterSpec Loaded(string rest)
    {
        var result = Spec.Load(Head + rest);
        result.Errors.ShouldBeEmpty();
        return result.Spec!;
    }

    private static IReadOnlyList<SpecError> Refused(string rest)
    {
        var result = Spec.Load(Head + rest);
        result.Spec.ShouldBeNull();
        return result.Errors;
    }
}
