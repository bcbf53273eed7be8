using System.Net;
using System.Text.Json.Nodes;
using Mullion.Core;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Credentials;
using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Tests.Configuration;
using Mullion.Kubernetes.Tests.Connections;
using Mullion.Testing;

namespace Mullion.Kubernetes.Tests.Credentials;

/// <summary>Credential plugins that are real programs.</summary>
public sealed class ExecPluginTests : IDisposable
{
    private const string Get = "GET /api/v1/nodes/n1";
    private const string V1 = "client.authentication.k8s.io/v1";
    private readonly TestFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly FakeApi _api = new();

    public ExecPluginTests()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows(),
            "the plugins of these tests are shell scripts"
        );
        _api.Answer(Get, """{"metadata":{"name":"n1"}}""");
    }

    public void Dispose()
    {
        _folder.Dispose();
        _api.Dispose();
    }

    [Fact]
    public async Task A_plugin_gets_arguments_environment_and_what_it_is_for()
    {
        var seen = Path.Combine(_folder.Path, "seen");
        var plugin = Plugin(
            $"printf '%s|' \"$@\" > {seen}; echo \"$PROFILE\" >> {seen}; printf %s \"$KUBERNETES_EXEC_INFO\" >> {seen}; {Token("t-1")}"
        ) with
        {
            Arguments = ["a b", "$HOME;`x`", ""],
            Environment = [KeyValuePair.Create("PROFILE", "p q")],
            ProvideClusterInfo = true,
        };
        using var ca = TestAuthority.Create();
        using var client = Client(
            plugin,
            c =>
                c with
                {
                    CertificateAuthority = ca.Pem,
                    TlsServerName = "inner",
                    Proxy = new Uri("http://proxy:1"),
                    PluginConfig = """{"audience":"x"}""",
                }
        );

        await client.Of<Node>().GetAsync("n1");

        _api.Authorizations.ShouldBe(["Bearer t-1"]);
        var lines = (await File.ReadAllTextAsync(seen)).Split('\n', 2);
        lines[0].ShouldBe("a b|$HOME;`x`||p q");
        var info = JsonNode.Parse(lines[1])!;
        info["apiVersion"]!.GetValue<string>().ShouldBe(V1);
        info["kind"]!.GetValue<string>().ShouldBe("ExecCredential");
        info["spec"]!["interactive"]!.GetValue<bool>().ShouldBeFalse();
        var cluster = info["spec"]!["cluster"]!;
        cluster["server"]!.GetValue<string>().ShouldBe("https://api.example:6443");
        cluster["tls-server-name"]!.GetValue<string>().ShouldBe("inner");
        cluster["proxy-url"]!.GetValue<string>().ShouldBe("http://proxy:1");
        cluster["config"]!["audience"]!.GetValue<string>().ShouldBe("x");
        Convert
            .FromBase64String(cluster["certificate-authority-data"]!.GetValue<string>())
            .ShouldBe(System.Text.Encoding.UTF8.GetBytes(ca.Pem));
    }

    [Fact]
    public async Task A_plugin_is_told_of_the_cluster_only_where_it_shall_be()
    {
        var seen = Path.Combine(_folder.Path, "seen");
        using var client = Client(
            Plugin($"printf %s \"$KUBERNETES_EXEC_INFO\" > {seen}; {Token("t-1")}")
        );

        await client.Of<Node>().GetAsync("n1");

        (await File.ReadAllTextAsync(seen)).ShouldNotContain("cluster");
    }

    [Fact]
    public async Task Credentials_are_kept_until_they_expire()
    {
        using var client = Client(
            Counting("$(cat n)", "2026-03-01T12:10:00Z") // the clock begins at 12:00
        );

        await client.Of<Node>().GetAsync("n1");
        _clock.Advance(TimeSpan.FromMinutes(9));
        await client.Of<Node>().GetAsync("n1");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await client.Of<Node>().GetAsync("n1");

        _api.Authorizations.ShouldBe(["Bearer x", "Bearer x", "Bearer xx"]);
    }

    [Fact]
    public async Task Credentials_that_are_refused_are_made_again_once()
    {
        var api = new FakeApi()
            .Refuse(Get, HttpStatusCode.Unauthorized, "Unauthorized")
            .Answer(Get, """{"metadata":{"name":"n1"}}""");
        using var client = Client(Counting("$(cat n)", null), api: api);

        await client.Of<Node>().GetAsync("n1");

        api.Authorizations.ShouldBe(["Bearer x", "Bearer xx"]);
    }

    [Fact]
    public async Task Requests_side_by_side_run_the_plugin_once()
    {
        using var client = Client(Counting("$(cat n)", null));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.Of<Node>().GetAsync("n1")));

        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "n"))).ShouldBe("x");
    }

    [Fact]
    public async Task A_certificate_of_a_plugin_is_shown()
    {
        using var ca = TestAuthority.Create();
        using var server = new TlsServer(ca.Server());
        var (certificate, key) = ca.Client("CN=of the plugin");
        var answer = new JsonObject
        {
            ["apiVersion"] = V1,
            ["kind"] = "ExecCredential",
            ["status"] = new JsonObject
            {
                ["clientCertificateData"] = certificate,
                ["clientKeyData"] = key,
            },
        };
        var file = _folder.Write("answer", answer.ToJsonString());
        using var client = new KubernetesClient(
            new KubernetesConfiguration
            {
                Server = server.Address,
                CertificateAuthority = ca.Pem,
                User = new KubernetesUser { Name = "u", Exec = Plugin($"cat {file}") },
            }
        );

        await client.VersionAsync();

        server.Clients.ShouldBe(["CN=of the plugin"]);
    }

    [Fact]
    public async Task A_plugin_that_is_not_installed_says_how_to_get_it()
    {
        using var client = Client(
            new ExecPlugin
            {
                ApiVersion = V1,
                Command = "no-such-plugin-4711",
                InstallHint = "brew install it\n",
            }
        );

        var error = await Should.ThrowAsync<MullionException>(() =>
            client.Of<Node>().GetAsync("n1")
        );

        error.Message.ShouldBe(
            "The credential plugin no-such-plugin-4711 of the user u is not installed: there is no such program."
        );
        error.Fix.ShouldBe("brew install it");
        _api.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_plugin_complains_of_is_shown_redacted_and_short()
    {
        using var client = Client(
            Plugin(
                "echo 'log on first; Bearer canary0canary0canary0' >&2; i=0; while [ $i -lt 3000 ]; do echo 'on and on' >&2; i=$((i+1)); done; echo canary-on-stdout; exit 3"
            )
        );

        var error = await Should.ThrowAsync<MullionException>(() =>
            client.Of<Node>().GetAsync("n1")
        );

        error.Message.ShouldContain("ended with exit code 3: log on first; Bearer (hidden)");
        error.Message.Length.ShouldBeLessThan(1300);
        error.ToString().ShouldNotContain("canary");
        error.Fix!.ShouldContain("by hand");
    }

    [Theory]
    [InlineData("echo canary", "printed no ExecCredential in JSON")]
    [InlineData("echo '{\"kind\":\"Other\"}'", "printed no ExecCredential")]
    [InlineData(
        "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"status\":{\"token\":\"canary\"}}'",
        "answered in client.authentication.k8s.io/v1beta1, and the kubeconfig says client.authentication.k8s.io/v1"
    )]
    [InlineData(
        "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{}}'",
        "gave neither a token nor a certificate"
    )]
    [InlineData(
        "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"clientCertificateData\":\"canary\"}}'",
        "gave neither a token nor a certificate"
    )]
    [InlineData("true", "printed no ExecCredential in JSON")]
    public async Task An_answer_that_is_none_is_told_without_showing_it(
        string script,
        string reason
    )
    {
        using var client = Client(Plugin(script));

        var error = await Should.ThrowAsync<MullionException>(() =>
            client.Of<Node>().GetAsync("n1")
        );

        error.Message.ShouldContain(reason);
        error.ToString().ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_plugin_that_does_not_end_is_ended()
    {
        var begun = Path.Combine(_folder.Path, "begun");
        MakePipe(begun);
        using var client = Client(Plugin($"echo on > {begun}; exec sleep 600"));
        var call = client.Of<Node>().GetAsync("n1");
        (await File.ReadAllTextAsync(begun)).ShouldBe("on\n");

        _clock.Advance(TimeSpan.FromMinutes(1));

        var error = await Should.ThrowAsync<MullionException>(() => call);
        error.Message.ShouldContain("did not end within 60 s");
    }

    [Fact]
    public async Task A_plugin_that_waits_for_words_gets_their_end()
    {
        using var client = Client(Plugin($"cat > /dev/null; {Token("t-1")}"));

        await client.Of<Node>().GetAsync("n1");

        _api.Authorizations.ShouldBe(["Bearer t-1"]);
    }

    [Fact]
    public async Task A_plugin_that_needs_a_person_is_refused_where_there_is_none()
    {
        using var client = Client(Plugin(Token("t-1")) with { InteractiveMode = "Always" });

        var error = await Should.ThrowAsync<MullionException>(() =>
            client.Of<Node>().GetAsync("n1")
        );

        error.Message.ShouldContain("must talk to a person");
        error.Fix!.ShouldContain("terminal");
    }

    [Fact]
    public void A_program_is_found_in_the_path_and_never_in_the_current_folder()
    {
        var script = _folder.Script("bin/tool", "true");
        _folder.Write("bin/text", "not a program");
        var bin = Path.GetDirectoryName(script)!;
        var here = Path.GetRelativePath(Directory.GetCurrentDirectory(), bin);

        ProgramPath.Find("tool", $"/nowhere{Path.PathSeparator}{bin}", null).ShouldBe(script);
        ProgramPath.Find("tool", $".{Path.PathSeparator}{here}", null).ShouldBeNull();
        ProgramPath.Find("text", bin, null).ShouldBeNull();
        ProgramPath.Find("too", bin, ".exe;l").ShouldBe(script);
        ProgramPath.Find(script, null, null).ShouldBe(script);
        ProgramPath.Find("tool", null, null).ShouldBeNull();
    }

    private ExecPlugin Plugin(string script) =>
        new() { ApiVersion = V1, Command = _folder.Script("plugin", script + "\n") };

    /// <summary>Each run adds an x to a file.</summary>
    private ExecPlugin Counting(string token, string? until) =>
        Plugin($"cd {_folder.Path}; printf x >> n; {Token(token, until)}");

    private static string Token(string token, string? until = null) =>
        $"echo \"{{\\\"apiVersion\\\":\\\"{V1}\\\",\\\"kind\\\":\\\"ExecCredential\\\",\\\"status\\\":{{\\\"token\\\":\\\"{token}\\\""
        + (until is null ? "" : $",\\\"expirationTimestamp\\\":\\\"{until}\\\"")
        + "}}\"";

    private KubernetesClient Client(
        ExecPlugin plugin,
        Func<KubernetesConfiguration, KubernetesConfiguration>? change = null,
        FakeApi? api = null
    )
    {
        var configuration = FakeApi.Configuration with
        {
            User = new KubernetesUser { Name = "u", Exec = plugin },
        };
        return (api ?? _api).Client(
            new KubernetesClientOptions { Time = _clock },
            change?.Invoke(configuration) ?? configuration
        );
    }

    /// <summary>Reading it waits until the script writes.</summary>
    private static void MakePipe(string path)
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", [path]);
        made.WaitForExit();
        made.ExitCode.ShouldBe(0);
    }
}
