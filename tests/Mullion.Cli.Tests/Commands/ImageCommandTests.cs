using System.Net;
using System.Net.Sockets;
using Mullion.Cli.Tests.Fakes;
using Mullion.Core.Hosts;
using Mullion.Simulation.Images;

namespace Mullion.Cli.Tests.Commands;

/// <summary><c>images</c> of the file from the command line, <c>mullion images list</c> and <c>mullion artifacts list</c>.</summary>
public sealed class ImageCommandTests : IDisposable
{
    private const string Canary = "CanaryOfTheRegistry4711";
    private readonly SimulatedRig _rig = new(20348);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_node_gets_images_of_a_registry_and_of_a_file_and_nobody_sees_the_password()
    {
        _rig.Host.World.Registries.Add(new SimulatedImage("registry.corp.example/app:1"))
            .Require("registry.corp.example", "puller", Canary);
        var archive = DockerArchive.Create("windows", "corp/tool:2");
        await File.WriteAllBytesAsync(Path.Combine(_rig.Lab.Folder, "tool.tar"), archive);
        await File.WriteAllTextAsync(Path.Combine(_rig.Lab.Folder, "pw.txt"), Canary + "\n");
        Add(
            """
            images:
              - name: registry.corp.example/app:1
              - name: corp/tool:2
                archive: { path: tool.tar }
            registries:
              - { host: registry.corp.example, user: puller, passwordFile: pw.txt }
            """
        );

        var shown = "";
        foreach (
            var line in new string[][]
            {
                ["plan", "--verbose", "-o", "json"],
                ["apply", "--yes", "--reboot", "allow"],
                ["plan"],
                ["node", "show", "win-1", "-o", "json"],
                ["node", "script", "win-1"],
                ["node", "journal", "win-1"],
                ["artifacts", "list", "-o", "json"],
            }
        )
        {
            (await _rig.Lab.RunAsync(line)).ShouldBe(0, _rig.Lab.Screen);
            shown += _rig.Lab.Screen;
        }

        shown.ShouldContain("image/registry.corp.example/app:1");
        shown.ShouldNotContain(Canary);
        _rig.Host.Files.ReadAllText(@"C:\ProgramData\Mullion\journal.jsonl")
            .ShouldNotContain(Canary);
        (
            await _rig.Host.Engine.HasImageAsync("corp/tool:2", CancellationToken.None)
        ).ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(null, "there is no file")]
    public async Task A_password_that_is_not_there_is_said_before_anything_changes(
        string? content,
        string reason
    )
    {
        var file = Path.Combine(_rig.Lab.Folder, "pw.txt");
        if (content is not null)
        {
            await File.WriteAllTextAsync(file, content);
        }

        Add("registries: [{ host: a.example, user: u, passwordFile: pw.txt }]");
        var before = _rig.Host.Snapshot();

        (await _rig.Lab.RunAsync("apply", "--yes")).ShouldBe(2, _rig.Lab.Screen);

        _rig.Lab.Error.ShouldContain(reason);
        before.Diff(_rig.Host.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Images_are_listed_one_a_line_as_docker_pull_takes_them()
    {
        Add("images: [{ name: nginx }, { name: 'a.example/b:1' }]");

        (await _rig.Lab.RunAsync("images", "list")).ShouldBe(0, _rig.Lab.Screen);

        _rig.Lab.Out.ShouldBe("nginx\na.example/b:1\n");
        (await _rig.Lab.RunAsync("images", "list", "-o", "json")).ShouldBe(0);
        _rig.Lab.Json()
            .GetProperty("images")
            .EnumerateArray()
            .Select(i => i.GetProperty("registry").GetString())
            .ShouldBe(["docker.io", "a.example"]);
    }

    [Theory]
    [InlineData("mke", "3.2.5", "docker/ucp-agent-win:3.2.5\ndocker/ucp-dsinfo-win:3.2.5\n")]
    [InlineData("docker-ce", null, "")]
    [InlineData("mcr", "23.0", "")]
    public async Task A_distribution_is_asked_without_a_file(
        string distribution,
        string? version,
        string names
    )
    {
        string[] args = ["images", "list", "--enable-windows", "--distribution", distribution];

        (
            await _rig.Lab.RunWithoutSpecAsync(
                version is null ? args : [.. args, "--version", version]
            )
        ).ShouldBe(0, _rig.Lab.Screen);

        _rig.Lab.Out.ShouldBe(names);
        _rig.Lab.Error.ShouldContain(names.Length == 0 ? "No images:" : "As known from: seed");
    }

    [Theory]
    [InlineData("--distribution mke", "needs its version")]
    [InlineData("--distribution mke --version 4.0.1", "MKE 4 has no Swarm")]
    [InlineData("--distribution mke --version 3.2", "not a version of UCP 3")]
    [InlineData("--distribution mke --version 3.2.5 --repository A:B:C", "no place of images")]
    [InlineData("--distribution podman", "podman")]
    [InlineData("--version 3.2.5", "--version is of a distribution")]
    public async Task What_no_distribution_has_is_wrong_usage(string options, string reason)
    {
        (await _rig.Lab.RunAsync(["images", "list", .. options.Split(' ')])).ShouldBe(2);

        _rig.Lab.Error.ShouldContain(reason);
    }

    [Fact]
    public async Task Artifacts_are_all_that_hosts_need_each_once_with_sizes_where_servers_tell()
    {
        await File.WriteAllBytesAsync(Path.Combine(_rig.Lab.Folder, "two.tar"), new byte[1234]);
        using var server = new Server();
        var digest = new string('a', 64);
        Add(
            $$"""
            images:
              - { name: 'a/one:1', archive: { path: two.tar } }
              - { name: 'a/two:1', archive: { path: two.tar } }
              - { name: 'a/three:1', archive: { url: '{{server.Url}}known.tar', sha256: {{digest}} } }
              - { name: 'a/four:1', archive: { url: '{{server.Url}}gone.tar', sha256: {{new string(
                'b',
                64
            )}} } }
              - { name: 'a.example/five@sha256:{{digest}}' }
              - { name: nginx }
            """
        );

        (await _rig.Lab.RunAsync("artifacts", "list", "--sizes", "-o", "json")).ShouldBe(
            0,
            _rig.Lab.Screen
        );

        var artifacts = _rig.Lab.Json().GetProperty("artifacts").EnumerateArray();
        string.Join(
                '\n',
                artifacts.Select(a =>
                    string.Join(
                        ' ',
                        a.GetProperty("kind"),
                        a.GetProperty("name"),
                        a.GetProperty("carried"),
                        a.TryGetProperty("bytes", out var bytes) ? bytes.ToString() : "-"
                    )
                )
            )
            .ShouldBe(
                """
                engine Docker engine 28.2.2 False -
                image-archive a/one:1, a/two:1 True 1234
                image-archive a/three:1 False 4711
                image-archive a/four:1 False -
                image a.example/five@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa False -
                image nginx False -
                """
            );
        _rig.Lab.Error.ShouldContain("gone.tar is unknown: its server answers 404");
        _rig.Lab.Error.ShouldContain("example.invalid/docker.zip is unknown: ");
    }

    private void Add(string sections) => File.AppendAllText(_rig.Lab.Spec, sections + "\n");

    /// <summary>Knows the size of one file.</summary>
    private sealed class Server : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Server()
        {
            Url = $"http://127.0.0.1:{FreePort()}/";
            _listener.Prefixes.Add(Url);
            _listener.Start();
            _ = ServeAsync();
        }

        public string Url { get; }

        public void Dispose() => _listener.Close();

        private static int FreePort()
        {
            using var socket = new TcpListener(IPAddress.Loopback, 0);
            socket.Start();
            return ((IPEndPoint)socket.LocalEndpoint).Port;
        }

        private async Task ServeAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    var known = context.Request.RawUrl == "/known.tar";
                    context.Response.StatusCode = known ? 200 : 404;
                    context.Response.ContentLength64 = known ? 4711 : 0;
                    context.Response.Close();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
