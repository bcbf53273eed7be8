using System.Net;
using System.Text;
using Mullion.Core;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Objects.Config;
using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Tests.Captured;
using Mullion.Kubernetes.Tests.Configuration;
using Mullion.Kubernetes.Tests.Connections;
using Mullion.Testing;

namespace Mullion.Kubernetes.Tests.Credentials;

public sealed class CredentialTests : IDisposable
{
    private const string Get = "GET /api/v1/nodes/n1";
    private const string Node = """{"metadata":{"name":"n1"}}""";
    private readonly TestFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly FakeApi _api = new();

    public void Dispose()
    {
        _folder.Dispose();
        _api.Dispose();
    }

    [Fact]
    public async Task A_token_is_shown_with_every_request_and_nobody_shows_none()
    {
        _api.Answer(Get, Node);

        await AskAsync(new KubernetesUser { Token = "t-1" });
        await AskAsync(KubernetesUser.Anonymous);

        _api.Authorizations.ShouldBe(["Bearer t-1", null]);
    }

    [Fact]
    public async Task A_password_is_basic_authentication()
    {
        _api.Answer(Get, Node);

        await AskAsync(new KubernetesUser { Username = "ada", Password = "pä:ss" });

        _api.Authorizations.ShouldBe([
            "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ada:pä:ss")),
        ]);
    }

    [Fact]
    public async Task A_token_file_is_read_again_every_minute()
    {
        _api.Answer(Get, Node);
        var file = _folder.Write("token", "t-1\n");
        using var client = Client(new KubernetesUser { TokenFile = file, Token = "old" });

        await client.Of<Node>().GetAsync("n1");
        _folder.Write("token", "t-2");
        await client.Of<Node>().GetAsync("n1");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await client.Of<Node>().GetAsync("n1");

        _api.Authorizations.ShouldBe(["Bearer t-1", "Bearer t-1", "Bearer t-2"]);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_read_again_once()
    {
        _api.Refuse(Get, HttpStatusCode.Unauthorized, "Unauthorized").Answer(Get, Node);
        var file = _folder.Write("token", "t-1");
        using var client = Client(new KubernetesUser { TokenFile = file });

        await client.Of<Node>().GetAsync("n1");

        _api.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Credentials_that_stay_refused_are_an_error_with_advice()
    {
        _api.Answer(Get, Capture.Load("105").Response);
        var file = _folder.Write("token", "t-1");
        using var client = Client(new KubernetesUser { TokenFile = file });

        var error = await Should.ThrowAsync<KubernetesException>(() =>
            client.Of<Node>().GetAsync("n1")
        );

        error.Status.ShouldBe(HttpStatusCode.Unauthorized);
        error.Fix!.ShouldContain("log on again");
        _api.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_fixed_token_that_is_refused_is_not_shown_twice()
    {
        _api.Answer(Get, Capture.Load("105").Response);
        using var client = Client(new KubernetesUser { Token = "t-1" });

        await Should.ThrowAsync<KubernetesException>(() => client.Of<Node>().GetAsync("n1"));

        _api.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("two\nlines", "no header may hold")]
    public async Task A_token_that_is_none_is_told_before_anything_is_sent(
        string text,
        string reason
    )
    {
        var file = _folder.Write("token", text);
        using var client = Client(new KubernetesUser { Name = "u", TokenFile = file });

        var error = await Should.ThrowAsync<MullionException>(() =>
            client.Of<Node>().GetAsync("n1")
        );

        error.Message.ShouldContain(reason);
        _api.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_certificate_of_a_file_that_was_renewed_is_shown_on_new_connections()
    {
        using var ca = TestAuthority.Create();
        using var server = new TlsServer(ca.Server());
        Renew(ca, "CN=first");
        using var client = new KubernetesClient(
            new KubernetesConfiguration
            {
                Server = server.Address,
                CertificateAuthority = ca.Pem,
                User = new KubernetesUser
                {
                    Name = "u",
                    ClientCertificate = PemSource.OfFile(Path.Combine(_folder.Path, "c.pem"), "c"),
                    ClientKey = PemSource.OfFile(Path.Combine(_folder.Path, "k.pem"), "k"),
                },
            }
        );

        await client.VersionAsync();
        Renew(ca, "CN=second");
        await client.VersionAsync();
        server.Refuse = true;
        await client.VersionAsync();

        server.Clients.ShouldBe(["CN=first", "CN=first", "CN=first", "CN=second"]);
    }

    [Fact]
    public async Task No_text_shows_a_secret()
    {
        const string Canary = "canary-of-4711";
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes("ada:" + Canary));
        KubernetesUser[] users =
        [
            new() { Name = "u", Token = Canary },
            new()
            {
                Name = "u",
                Username = "ada",
                Password = Canary,
            },
            new()
            {
                Name = "u",
                TokenFile = _folder.Write("token", Canary),
                ClientKey = PemSource.OfText(Canary, "x"),
                ClientCertificate = PemSource.OfText(Canary, "x"),
            },
        ];
        foreach (var user in users)
        {
            var configuration = FakeApi.Configuration with { User = user };
            // A server or proxy that quotes what it was sent.
            using var api = new FakeApi().Answer(
                Get,
                user.Username is null ? $"you sent {Canary}" : $"you sent {encoded}: {Canary}",
                HttpStatusCode.Forbidden
            );
            using var client = api.Client(null, configuration);
            var error = await Should.ThrowAsync<MullionException>(() =>
                client.Of<Node>().GetAsync("n1")
            );

            foreach (
                var text in new[]
                {
                    $"{error}",
                    $"{user}",
                    $"{configuration}",
                    $"{client.Configuration}",
                }
            )
            {
                text.ShouldNotContain(Canary);
                text.ShouldNotContain(encoded);
            }
        }

        var secret = new Secret
        {
            Data = new Dictionary<string, string> { ["k"] = Canary },
            StringData = new Dictionary<string, string> { ["k"] = Canary },
        };
        secret.ToString().ShouldNotContain(Canary);
    }

    private void Renew(TestAuthority ca, string name)
    {
        var (certificate, key) = ca.Client(name);
        _folder.Write("c.pem", certificate);
        _folder.Write("k.pem", key);
    }

    private KubernetesClient Client(KubernetesUser user) =>
        _api.Client(
            new KubernetesClientOptions { Time = _clock },
            FakeApi.Configuration with
            {
                User = user,
            }
        );

    private async Task AskAsync(KubernetesUser user)
    {
        using var client = Client(user);
        await client.Of<Node>().GetAsync("n1");
    }
}
