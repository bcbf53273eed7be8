using System.Text;
using Mullion.Core;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Tests.Captured;
using Mullion.Kubernetes.Tests.Connections;

namespace Mullion.Kubernetes.Tests.Configuration;

public sealed class KubeconfigTests : IDisposable
{
    private const string Simple = """
        apiVersion: v1
        kind: Config
        current-context: one
        clusters:
        - name: c1
          cluster:
            server: https://one.example:6443
        - name: c2
          cluster:
            server: https://two.example/k8s/clusters/c-2
            tls-server-name: inner.example
            proxy-url: socks5://proxy.example:1080
        users:
        - name: u1
          user:
            token: canary-token
        contexts:
        - name: one
          context: {cluster: c1, user: u1}
        - name: two
          context:
            cluster: c2
            namespace: apps
        """;

    private readonly TestFolder _folder = new();
    private readonly TestAuthority _ca = TestAuthority.Create();

    public void Dispose()
    {
        _folder.Dispose();
        _ca.Dispose();
    }

    [Fact]
    public void The_current_context_is_taken()
    {
        var file = _folder.Write("config", Simple);

        var read = Kubeconfig.Load(file).Configure();

        read.Server.ShouldBe(new Uri("https://one.example:6443"));
        read.User.Token.ShouldBe("canary-token");
        read.Namespace.ShouldBe("default");
        read.Context.ShouldBe("one");
        read.Source.ShouldBe($"{file}, context one");
        read.IsServerVerified.ShouldBeTrue();
    }

    [Fact]
    public void A_context_is_taken_by_its_name_and_may_have_no_user()
    {
        var read = Kubeconfig.Parse(Simple, "test").Configure("two");

        read.Server.AbsoluteUri.ShouldBe("https://two.example/k8s/clusters/c-2");
        read.TlsServerName.ShouldBe("inner.example");
        read.Proxy.ShouldBe(new Uri("socks5://proxy.example:1080"));
        read.Namespace.ShouldBe("apps");
        read.User.ShouldBe(KubernetesUser.Anonymous);
    }

    [Fact]
    public void A_context_that_is_not_there_is_told_with_those_that_are()
    {
        var error = Should.Throw<MullionException>(() =>
            Kubeconfig.Parse(Simple, "my.conf").Configure("three")
        );

        error.Message.ShouldBe("my.conf has no context three; there are: one, two.");
    }

    [Fact]
    public void Json_is_read_too()
    {
        const string Json = """
            {"apiVersion":"v1","current-context":"x","clusters":[{"name":"c","cluster":{"server":"https://h:6443","insecure-skip-tls-verify":true}}],
             "contexts":[{"name":"x","context":{"cluster":"c","user":"u"}}],"users":[{"name":"u","user":{"username":"ada","password":"canary"}}]}
            """;

        var read = Kubeconfig.Parse(Json, "test").Configure();

        read.SkipTlsVerify.ShouldBeTrue();
        read.IsServerVerified.ShouldBeFalse();
        read.User.Username.ShouldBe("ada");
        read.User.Password.ShouldBe("canary");
    }

    [Fact]
    public void Inline_certificates_go_before_files()
    {
        var (certificate, key) = _ca.Client("CN=admin");
        var text = $"""
            current-context: x
            clusters:
            - name: c
              cluster:
                server: https://h:6443
                certificate-authority: nowhere.pem
                certificate-authority-data: {Base64(_ca.Pem)}
            contexts:
            - name: x
              context: {"{"}cluster: c, user: u{"}"}
            users:
            - name: u
              user:
                client-certificate: nowhere.pem
                client-certificate-data: {Base64(certificate)}
                client-key-data: {Base64(key)}
            """;

        var read = Kubeconfig.Parse(text, "test").Configure();

        read.CertificateAuthority.ShouldBe(_ca.Pem);
        read.User.ClientCertificate!.Read().ShouldBe(certificate);
        read.User.ClientKey!.Read().ShouldBe(key);
        read.User.ToString().ShouldBe("u (client certificate)");
    }

    [Fact]
    public void Files_are_found_from_the_folder_of_the_kubeconfig()
    {
        _folder.Write("pki/ca.pem", _ca.Pem);
        var file = _folder.Write(
            "config",
            """
            current-context: x
            clusters:
            - name: c
              cluster: {server: "https://h:6443", certificate-authority: pki/ca.pem}
            contexts:
            - name: x
              context: {cluster: c, user: u}
            users:
            - name: u
              user: {tokenFile: ./token, client-certificate: pki/c.pem, client-key: pki/k.pem}
            """
        );

        var read = Kubeconfig.Load(file).Configure();

        read.CertificateAuthority.ShouldBe(_ca.Pem);
        read.User.TokenFile.ShouldBe(Path.Combine(_folder.Path, "token"));
        read.User.ClientCertificate!.File.ShouldBe(Path.Combine(_folder.Path, "pki", "c.pem"));
        Should
            .Throw<MullionException>(() => read.User.ClientKey!.Read())
            .Message.ShouldContain("there is no such file");
    }

    [Fact]
    public void Several_files_are_merged_and_the_first_wins_per_entry()
    {
        var first = _folder.Write(
            "a/config",
            """
            clusters:
            - name: c1
              cluster: {server: "https://first.example:6443"}
            users:
            - name: u2
              user: {tokenFile: token}
            """
        );
        var second = _folder.Write("b/config", Simple);
        var list = string.Join(
            Path.PathSeparator,
            first,
            Path.Combine(_folder.Path, "missing"),
            second,
            ""
        );

        var merged = Kubeconfig.Load(
            new KubeconfigEnvironment(n => n == "KUBECONFIG" ? list : null, _folder.Path)
        );

        merged.CurrentContext.ShouldBe("one");
        merged.Contexts.ShouldBe(["one", "two"]);
        merged.Configure().Server.Host.ShouldBe("first.example");
        merged.Configure().User.Token.ShouldBe("canary-token");
    }

    [Fact]
    public void Without_kubeconfig_the_one_of_the_home_folder_is_read()
    {
        _folder.Write(".kube/config", Simple);

        Kubeconfig
            .Load(new KubeconfigEnvironment(_ => null, _folder.Path))
            .Configure()
            .Context.ShouldBe("one");
    }

    [Fact]
    public void Nothing_at_all_says_where_it_was_looked_for()
    {
        var error = Should.Throw<MullionException>(() =>
            Kubeconfig.Load(new KubeconfigEnvironment(_ => "", _folder.Path))
        );

        error.Message.ShouldContain(Path.Combine(_folder.Path, ".kube", "config"));
        error.Fix!.ShouldContain("--kubeconfig");
    }

    [Fact]
    public void A_file_that_is_named_must_be_there()
    {
        var error = Should.Throw<MullionException>(() =>
            Kubeconfig.Load(Path.Combine(_folder.Path, "missing"))
        );

        error.Message.ShouldContain("there is no such file");
    }

    [Theory]
    [InlineData("- a\n- b", "holds no mapping")]
    [InlineData("b: 1\na: ]", "line 2: this is not valid YAML")]
    [InlineData("a: 1\nb: 2\na: 3", "line 3: a key stands there twice")]
    [InlineData("clusters: x", "line 1: clusters is no list")]
    [InlineData("clusters:\n- cluster: {}", "line 2: an entry of clusters has no name")]
    [InlineData("users:\n- name: u\n- name: u", "line 3: users has u twice; first on line 2")]
    [InlineData("users:\n- name: u\n  user: text", "line 3: the user of u is no mapping")]
    [InlineData("contexts: []", "has no current context; there are: none")]
    [InlineData("", "has no current context; there are: none")]
    [InlineData(
        "current-context: x\ncontexts:\n- name: x\n  context: {user: u}",
        "line 3: the context x names no cluster"
    )]
    [InlineData(
        "current-context: x\ncontexts:\n- name: x\n  context: {cluster: c}",
        "the context x names the cluster c, which is not there; there are: none"
    )]
    public void What_is_wrong_with_a_file_is_told_with_its_line(string text, string reason)
    {
        var error = Should.Throw<MullionException>(() =>
            Kubeconfig.Parse(text, "my.conf").Configure()
        );

        error.Message.ShouldStartWith("my.conf");
        error.Message.ShouldContain(reason);
        error.Fix.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("x: y", "has no server")]
    [InlineData("server: h:6443", "has the server 'h:6443', which is no address of an API")]
    [InlineData("server: ftp://h", "which is no address")]
    [InlineData("server: https://user:pw@h", "which is no address")]
    [InlineData("server: {a: b}", "has a server that is no single value")]
    [InlineData(
        "server: https://h\n    insecure-skip-tls-verify: yes",
        "has a insecure-skip-tls-verify that is neither true nor false"
    )]
    [InlineData(
        "server: https://h\n    certificate-authority-data: '***'",
        "has a certificate-authority-data that is not base64"
    )]
    [InlineData(
        "server: https://h\n    certificate-authority-data: eA==",
        "holds no certificate in PEM"
    )]
    [InlineData(
        "server: https://h\n    certificate-authority: /nowhere/ca.pem",
        "/nowhere/ca.pem: there is no such file"
    )]
    [InlineData(
        "server: https://h\n    proxy-url: 'canary:3128'",
        "has a proxy-url that is no address of a proxy"
    )]
    public void What_is_wrong_with_a_cluster_is_told(string cluster, string reason)
    {
        var text =
            $"current-context: x\ncontexts:\n- name: x\n  context: {{cluster: c}}\nclusters:\n- name: c\n  cluster:\n    {cluster}\n";

        var error = Should.Throw<MullionException>(() =>
            Kubeconfig.Parse(text, "my.conf").Configure()
        );

        error.Message.ShouldContain(reason);
        error.Message.ShouldNotContain("canary");
        error.Fix.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_ca_and_no_verification_contradict_each_other()
    {
        var text =
            $"current-context: x\ncontexts:\n- name: x\n  context: {{cluster: c}}\nclusters:\n- name: c\n  cluster:\n    server: https://h\n    certificate-authority-data: {Base64(_ca.Pem)}\n    insecure-skip-tls-verify: true\n";

        Should
            .Throw<MullionException>(() => Kubeconfig.Parse(text, "my.conf").Configure())
            .Message.ShouldBe(
                "my.conf, line 10: the cluster c has a certificate authority and insecure-skip-tls-verify."
            );
    }

    [Theory]
    [InlineData("auth-provider: {name: gcp}", "auth-provider", "exec plugin")]
    [InlineData("as: canary-admin", "acts as somebody else (as)", "himself")]
    [InlineData("as-groups: [g]", "acts as somebody else (as-groups)", "himself")]
    [InlineData("client-certificate: c.pem", "a client certificate and no key", "client-key")]
    [InlineData(
        "client-key-data: Y2FuYXJ5",
        "a client key and no certificate",
        "client-certificate"
    )]
    [InlineData("token: canary\n    username: ada", "a token and a password", "one of the two")]
    [InlineData(
        "client-key-data: 'canary***'\n    client-certificate: c",
        "that is not base64",
        "base64 -w0"
    )]
    [InlineData("exec: x", "an exec that is no mapping", "command")]
    [InlineData("exec: {command: x}", "speaks no apiVersion", "Update the plugin")]
    [InlineData(
        "exec: {command: x, apiVersion: client.authentication.k8s.io/v1alpha1}",
        "speaks client.authentication.k8s.io/v1alpha1",
        "Update the plugin"
    )]
    [InlineData(
        "exec: {apiVersion: client.authentication.k8s.io/v1}",
        "without a command",
        "program"
    )]
    [InlineData(
        "exec: {command: x, apiVersion: client.authentication.k8s.io/v1, args: a}",
        "args are no list",
        "dash"
    )]
    [InlineData(
        "exec: {command: x, apiVersion: client.authentication.k8s.io/v1, env: [a]}",
        "env is no list of name and value",
        "variable"
    )]
    [InlineData(
        "exec: {command: x, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Maybe}",
        "the interactiveMode Maybe",
        "IfAvailable"
    )]
    public void What_is_wrong_with_a_user_is_told_and_nothing_secret(
        string user,
        string reason,
        string fix
    )
    {
        var text =
            $"current-context: x\ncontexts:\n- name: x\n  context: {{cluster: c, user: u}}\nclusters:\n- name: c\n  cluster: {{server: 'https://h'}}\nusers:\n- name: u\n  user:\n    {user}\n";

        var error = Should.Throw<MullionException>(() =>
            Kubeconfig.Parse(text, "my.conf").Configure()
        );

        error.Message.ShouldStartWith("my.conf, line ");
        error.Message.ShouldContain(reason);
        error.Message.ShouldNotContain("canary");
        error.Fix!.ShouldContain(fix);
    }

    [Fact]
    public void A_user_that_is_not_there_is_told()
    {
        var text = Simple.Replace("user: u1", "user: nobody");

        Should
            .Throw<MullionException>(() => Kubeconfig.Parse(text, "my.conf").Configure())
            .Message.ShouldContain(
                "the context one names the user nobody, who is not there; there are: u1"
            );
    }

    [Fact]
    public void A_plugin_is_read_with_all_that_it_needs()
    {
        var file = _folder.Write(
            "config",
            """
            current-context: x
            clusters:
            - name: c
              cluster:
                server: https://h
                extensions:
                - name: client.authentication.k8s.io/exec
                  extension: {audience: "06e3", number: 7, flag: true, list: [a, null]}
            contexts:
            - name: x
              context: {cluster: c, user: u}
            users:
            - name: u
              user:
                exec:
                  apiVersion: client.authentication.k8s.io/v1beta1
                  command: ./bin/login
                  args: [--cluster, 7]
                  env:
                  - {name: PROFILE, value: p}
                  provideClusterInfo: true
                  installHint: get it
                  interactiveMode: Never
            """
        );

        var read = Kubeconfig.Load(file).Configure();

        var plugin = read.User.Exec!;
        plugin.Command.ShouldBe(Path.Combine(_folder.Path, "bin", "login"));
        plugin.Arguments.ShouldBe(["--cluster", "7"]);
        plugin.Environment.ShouldBe([KeyValuePair.Create("PROFILE", "p")]);
        plugin.ProvideClusterInfo.ShouldBeTrue();
        plugin.InstallHint.ShouldBe("get it");
        plugin.InteractiveMode.ShouldBe("Never");
        read.PluginConfig.ShouldBe(
            """{"audience":"06e3","number":7,"flag":true,"list":["a",null]}"""
        );
    }

    [Fact]
    public void The_kubeconfig_that_a_real_cluster_info_holds_is_read()
    {
        var text = Capture.Load("100").ResponseBody!["data"]!["kubeconfig"]!.GetValue<string>();

        var read = Kubeconfig.Parse(text, "cluster-info").OnlyCluster();

        read.Server.ShouldBe(new Uri("https://127.0.0.1:26443"));
        read.CertificateAuthority!.ShouldStartWith("-----BEGIN CERTIFICATE-----");
        read.User.ShouldBe(KubernetesUser.Anonymous);
    }

    [Fact]
    public void Aliases_that_mean_gigabytes_and_deep_nesting_do_no_harm()
    {
        var bomb = new StringBuilder("a0: &a0 [x,x]\n");
        for (var i = 1; i < 40; i++)
        {
            bomb.Append($"a{i}: &a{i} [*a{i - 1},*a{i - 1}]\n");
        }

        bomb.Append("current-context: x\n");

        Kubeconfig.Parse(bomb.ToString(), "bomb").CurrentContext.ShouldBe("x");
    }

    private static string Base64(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
