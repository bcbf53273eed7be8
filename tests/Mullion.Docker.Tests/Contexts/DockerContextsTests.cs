using Mullion.Core;
using Mullion.Docker.Connections;

namespace Mullion.Docker.Tests.Contexts;

public sealed class DockerContextsTests : IDisposable
{
    private const string Canary = "canary-1b7d";

    private readonly DockerHome home = new();

    [Fact]
    public void A_context_brings_its_certificates()
    {
        home.Context("shop", "tcp://10.0.0.5:2376").Pem(home.Tls("shop"), "ca", "cert", "key");

        var endpoint = home.Contexts.Named("shop");

        endpoint.ToString().ShouldBe("tcp://10.0.0.5:2376");
        endpoint.Tls.ShouldBe(
            new DockerTls(
                Path.Combine(home.Tls("shop"), "ca.pem"),
                Path.Combine(home.Tls("shop"), "cert.pem"),
                Path.Combine(home.Tls("shop"), "key.pem")
            )
        );
    }

    [Fact]
    public void A_context_without_certificates_is_plain()
    {
        home.Context("plain", "tcp://10.0.0.5:2375").Context("local", "unix:///run/d.sock");

        home.Contexts.Named("plain").Tls.ShouldBeNull();
        home.Contexts.Named("local").ToString().ShouldBe("unix:///run/d.sock");
    }

    [Fact]
    public void The_current_one_is_found_in_dockers_own_order()
    {
        home.Contexts.Current().ShouldBe(DockerEndpoint.Local);

        home.Context("used", "unix:///used").Context("told", "unix:///told").Use("used");
        home.Contexts.Current().Path.ShouldBe("/used");

        home.Set("DOCKER_CONTEXT", "told");
        home.Contexts.Current().Path.ShouldBe("/told");

        home.Set("DOCKER_HOST", "unix:///host");
        home.Contexts.Current().Path.ShouldBe("/host");

        home.Set("DOCKER_HOST", "").Set("DOCKER_CONTEXT", "default");
        home.Contexts.Current().ShouldBe(DockerEndpoint.Local);
    }

    [Fact]
    public void DOCKER_CONFIG_is_where_the_contexts_are()
    {
        using var other = new DockerHome();
        other.Context("shop", "unix:///there");
        home.Set("DOCKER_CONFIG", other.Config);

        home.Contexts.Named("shop").Path.ShouldBe("/there");
    }

    [Fact]
    public void The_environment_of_a_bundle_is_understood()
    {
        var bundle = Path.Combine(home.Folder, "bundle");
        home.Pem(bundle, "ca", "cert", "key")
            .Set("DOCKER_HOST", "tcp://ucp.example:443")
            .Set("DOCKER_TLS_VERIFY", "1")
            .Set("DOCKER_CERT_PATH", bundle);

        var endpoint = home.Contexts.Current();

        endpoint.ToString().ShouldBe("tcp://ucp.example:443");
        endpoint.Tls!.Key.ShouldBe(Path.Combine(bundle, "key.pem"));
    }

    [Fact]
    public void A_context_that_is_not_there_is_named_with_those_that_are()
    {
        home.Context("shop", "unix:///s").Context("depot", "unix:///d").Write(home.Meta("x"), "{");

        var error = Fails("shpo");

        error.Message.ShouldContain("There is no docker context shpo");
        error.Message.ShouldContain(home.Meta("shpo"));
        error.Message.ShouldEndWith("there are: default, depot, shop.");
    }

    [Fact]
    public void A_context_that_docker_context_use_chose_and_somebody_removed_is_named()
    {
        home.Use("gone");

        Should
            .Throw<MullionException>(() => home.Contexts.Current())
            .Message.ShouldContain("There is no docker context gone");
    }

    [Theory]
    [InlineData("ssh://ann@manager")]
    [InlineData("ssh://manager")]
    public void Ssh_is_not_supported_and_said_what_to_do(string host)
    {
        home.Context("far", host);

        var error = Fails("far");

        error.Message.ShouldStartWith($"The docker context far ({home.Meta("far")}) reaches");
        error.Message.ShouldContain("ssh://, which Mullion does not");
        error.Fix.ShouldNotBeNull().ShouldContain("ssh -NL");
    }

    [Theory]
    [InlineData("ca,cert", "key.pem")]
    [InlineData("key", "cert.pem")]
    public void Half_a_store_names_the_file_that_is_missing(string there, string missing)
    {
        home.Context("shop", "tcp://10.0.0.5:2376").Pem(home.Tls("shop"), there.Split(','));

        Fails("shop")
            .Message.ShouldEndWith(
                $"is not complete: there is no file {Path.Combine(home.Tls("shop"), missing)}."
            );
    }

    [Fact]
    public void Half_an_environment_names_the_file_that_is_missing()
    {
        home.Set("DOCKER_HOST", "tcp://m:2376").Set("DOCKER_TLS_VERIFY", "1");

        var error = Should.Throw<MullionException>(() => home.Contexts.Current());

        error.Message.ShouldContain(Path.Combine(home.Config, "ca.pem"));
    }

    [Fact]
    public void Unverified_tls_is_refused()
    {
        home.Context("lax", "tcp://m:2376", skipVerify: true);
        Fails("lax").Message.ShouldContain("skip-tls-verify");

        home.Set("DOCKER_HOST", "tcp://m:2376").Set("DOCKER_TLS", "1");
        Fails("default").Message.ShouldContain("DOCKER_TLS asks");
    }

    [Theory]
    [InlineData("{ not json " + Canary)]
    [InlineData("{\"Endpoints\":{\"docker\":{\"Host\":[\"" + Canary + "\"]}}}")]
    [InlineData("{\"Endpoints\":{}}")]
    [InlineData("{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://ann:" + Canary + "@m:2376\"}}}")]
    [InlineData("{\"Endpoints\":{\"docker\":{\"Host\":\"fd://\"}}}")]
    public void A_damaged_context_names_its_file_and_shows_nothing_of_it(string text)
    {
        home.Write(home.Meta("shop"), text);

        var error = Fails("shop");

        error.Message.ShouldStartWith($"The docker context shop ({home.Meta("shop")})");
        error.Fix.ShouldNotBeNull();
        error.ToString().ShouldNotContain(Canary);
    }

    [Fact]
    public void A_damaged_config_names_its_file_and_shows_nothing_of_it()
    {
        var file = Path.Combine(home.Config, "config.json");
        home.Write(file, "{ \"auths\": " + Canary);

        var error = Should.Throw<MullionException>(() => home.Contexts.Current());

        error.Message.ShouldContain(file);
        error.ToString().ShouldNotContain(Canary);
    }

    public void Dispose() => home.Dispose();

    private MullionException Fails(string name) =>
        Should.Throw<MullionException>(() => home.Contexts.Named(name));
}
