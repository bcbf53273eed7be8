using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Specs;

/// <summary>An <c>https://</c> manager and its login go together.</summary>
public sealed class LoginSpecTests
{
    [Theory]
    [InlineData("https://ucp.example", "https://ucp.example:443")]
    [InlineData("https://ucp.example/", "https://ucp.example:443")]
    [InlineData("https://10.0.0.5:8443", "https://10.0.0.5:8443")]
    public void A_controller_is_written_as_the_browser_shows_it(string manager, string endpoint)
    {
        var result = Load($"manager: {manager}, login: {{ user: admin, passwordFile: pw.txt }}");

        result.Errors.ShouldBeEmpty();
        result.Spec!.AsSwarm().Managers[0].ToString().ShouldBe(endpoint);
        result.Spec.AsSwarm().Login!.User.ShouldBe("admin");
    }

    [Theory]
    [InlineData("manager: 'https://ucp.example'", "wants to know who asks")]
    [InlineData(
        "manager: 'tcp://a:2376', login: { user: admin, passwordFile: pw.txt }",
        "login goes with an https:// manager"
    )]
    [InlineData(
        "manager: 'https://ucp.example/#/swarm', login: { user: admin, passwordFile: pw.txt }",
        ""
    )]
    [InlineData(
        "manager: 'https://admin:geheim-4711@ucp.example', login: { user: admin, passwordFile: pw.txt }",
        "takes no user or password"
    )]
    [InlineData(
        "manager: 'https://ucp.example', login: { user: admin, password: geheim-4711 }",
        "password"
    )]
    public void What_does_not_go_together_is_refused(string swarm, string reason)
    {
        var result = Load(swarm);

        result.Spec.ShouldBeNull();
        result.Errors.ShouldContain(e => e.ToString().Contains(reason));
        result.Errors.ShouldAllBe(e => !e.ToString().Contains("geheim-4711"));
    }

    private static SpecResult Load(string swarm) =>
        Spec.Load(
            $$"""
            apiVersion: mullion.dev/v1alpha1
            kind: Cluster
            metadata: { name: shop }
            orchestrator: { swarm: { {{swarm}} } }
            nodes: []
            """
        );
}
