using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.Commands;

/// <summary><c>mullion certs</c>: what is good is kept, what is not is made anew and said why.</summary>
public sealed class CertsCommandTests : IDisposable
{
    private readonly CliLab _lab = new();

    private string Folder => Path.Combine(_lab.Folder, "certs");

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Makes_six_files_and_keys_for_the_user_alone()
    {
        (await GenerateAsync("--dns", "win-1", "--ip", "10.0.0.21")).ShouldBe(0, _lab.Screen);

        Directory
            .GetFiles(Folder)
            .Select(f => Path.GetFileName(f))
            .Order()
            .ShouldBe([
                "ca-key.pem",
                "ca.pem",
                "cert.pem",
                "client-cert.pem",
                "client-key.pem",
                "key.pem",
            ]);
        Results().ShouldBe(["made", "made", "made"]);
        var server = _lab.Json().GetProperty("certificates")[1];
        server.GetProperty("use").GetString().ShouldBe("server and client");
        server
            .GetProperty("names")
            .EnumerateArray()
            .Select(n => n.GetString())
            .ShouldBe(["win-1", "localhost", "10.0.0.21", "127.0.0.1", "::1"]);
        server.GetProperty("daysLeft").GetInt32().ShouldBe(365);
        _lab.Error.ShouldContain("ca-key.pem is not sealed");
        if (!OperatingSystem.IsWindows())
        {
            foreach (var key in Directory.GetFiles(Folder, "*key.pem"))
            {
                File.GetUnixFileMode(key)
                    .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, key);
            }
        }
    }

    [Fact]
    public async Task Again_keeps_everything_also_without_the_names()
    {
        await GenerateAsync("--dns", "win-1");
        var before = Bytes();

        (await GenerateAsync()).ShouldBe(0, _lab.Screen);
        Results().ShouldBe(["kept", "kept", "kept"]);
        _lab.Error.ShouldBeEmpty();
        (await GenerateAsync("--dns", "WIN-1")).ShouldBe(0, _lab.Screen);

        Results().ShouldBe(["kept", "kept", "kept"]);
        Bytes().ShouldBe(before);
    }

    [Fact]
    public async Task A_new_name_makes_the_servers_certificate_anew_alone()
    {
        await GenerateAsync("--dns", "win-1");

        (await GenerateAsync("--dns", "win-1", "--dns", "win-1.corp.example")).ShouldBe(0);

        Results().ShouldBe(["kept", "renewed", "kept"]);
        Reason(1).ShouldBe("the one before lacks win-1.corp.example");
    }

    [Theory]
    [InlineData("key.pem", "renewed", "the one before has no key beside it")]
    [InlineData("cert.pem", "made", null)]
    public async Task What_a_crash_left_half_is_made_whole(string lost, string result, string? why)
    {
        await GenerateAsync("--dns", "win-1");
        File.Delete(Path.Combine(Folder, lost));

        (await GenerateAsync("--dns", "win-1")).ShouldBe(0, _lab.Screen);

        Results().ShouldBe(["kept", result, "kept"]);
        Reason(1).ShouldBe(why);
        (await GenerateAsync()).ShouldBe(0);
        Results().ShouldBe(["kept", "kept", "kept"]);
    }

    [Fact]
    public async Task Every_crash_of_the_first_run_is_made_whole_by_the_next()
    {
        await GenerateAsync("--dns", "win-1");
        string[] order =
        [
            "ca-key.pem",
            "ca.pem",
            "key.pem",
            "cert.pem",
            "client-key.pem",
            "client-cert.pem",
        ];
        for (var written = 0; written < order.Length; written++)
        {
            foreach (var missing in order.Skip(written))
            {
                File.Delete(Path.Combine(Folder, missing));
            }

            (await GenerateAsync("--dns", "win-1")).ShouldBe(0, $"{written}\n{_lab.Screen}");
            (await GenerateAsync()).ShouldBe(0);
            Results().ShouldBe(["kept", "kept", "kept"], $"{written}");
        }
    }

    [Fact]
    public async Task An_authority_without_its_key_is_never_replaced()
    {
        await GenerateAsync("--dns", "win-1");
        File.Delete(Path.Combine(Folder, "ca-key.pem"));
        var before = Bytes();

        (await GenerateAsync("--dns", "win-2")).ShouldBe(2);

        _lab.Screen.ShouldContain("ca.pem is there, and its key ca-key.pem is not");
        Bytes().ShouldBe(before);
    }

    [Fact]
    public async Task A_sealed_authority_needs_its_passphrase()
    {
        var passphrase = Path.Combine(_lab.Folder, "passphrase");
        await File.WriteAllTextAsync(passphrase, "canary horse\nunheeded\n");
        (await GenerateAsync("--passphrase-file", passphrase)).ShouldBe(0, _lab.Screen);
        _lab.Error.ShouldNotContain("not sealed");
        (await File.ReadAllTextAsync(Path.Combine(Folder, "ca-key.pem"))).ShouldStartWith(
            "-----BEGIN ENCRYPTED PRIVATE KEY-----"
        );

        (await GenerateAsync("--dns", "win-2")).ShouldBe(2);
        _lab.Screen.ShouldContain("it is sealed, and no passphrase was given");
        _lab.Screen.ShouldContain("--passphrase-file");

        (await GenerateAsync("--dns", "win-2", "--passphrase-file", passphrase)).ShouldBe(0);
        Results().ShouldBe(["kept", "renewed", "kept"]);
        _lab.Screen.ShouldNotContain("canary");
        await File.WriteAllTextAsync(passphrase, "canary mule\n");
        (await GenerateAsync("--passphrase-file", passphrase)).ShouldBe(2);
        _lab.Screen.ShouldContain("the passphrase is wrong");
        _lab.Screen.ShouldNotContain("canary");
        await File.WriteAllTextAsync(passphrase, "\n");
        (await GenerateAsync("--passphrase-file", passphrase)).ShouldBe(2);
        _lab.Screen.ShouldContain("The first line of");
    }

    [Theory]
    [InlineData(
        "--dns takes a DNS name (addresses go to --ip), not 10.0.0.21.",
        "--dns",
        "10.0.0.21"
    )]
    [InlineData("--dns takes a DNS name of letters", "--dns", "win 1")]
    [InlineData("--ip takes an IPv4 or IPv6 address, not win-1.", "--ip", "win-1")]
    [InlineData("--days takes at most 3650", "--days", "3651")]
    public async Task What_cannot_be_in_a_certificate_is_wrong_usage(
        string message,
        params string[] arguments
    )
    {
        (await GenerateAsync(arguments)).ShouldBe(2);

        _lab.Screen.ShouldContain(message);
        Directory.Exists(Folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_is_said()
    {
        var file = Path.Combine(_lab.Folder, "file");
        await File.WriteAllTextAsync(file, "");

        (await _lab.RunAsync("certs", "generate", "--write-to", file)).ShouldBe(2);

        _lab.Error.ShouldContain($"{file}");
        _lab.Error.ShouldContain("cannot be written");
    }

    [Fact]
    public async Task Lists_what_is_there_with_the_days_left()
    {
        await GenerateAsync("--dns", "win-1", "--days", "20");
        await File.WriteAllTextAsync(Path.Combine(Folder, "torn.pem"), "-----BEGIN CERTIF");

        (await _lab.RunAsync("certs", "ls", Folder)).ShouldBe(0, _lab.Screen);

        _lab.Out.ShouldContain("cert.pem expires in 20 days.");
        _lab.Out.ShouldContain("torn.pem cannot be read: it holds no PEM certificate");
        _lab.Out.ShouldNotContain("key.pem");
        (await _lab.RunAsync("certs", "ls", Folder, "-o", "json")).ShouldBe(0);
        _lab.Json()
            .GetProperty("certificates")
            .EnumerateArray()
            .Select(c => Path.GetFileName(c.GetProperty("file").GetString()))
            .ShouldBe(["ca.pem", "cert.pem", "client-cert.pem", "torn.pem"]);

        (await _lab.RunAsync("certs", "ls", Path.Combine(Folder, "nothing.pem"))).ShouldBe(2);
        _lab.Error.ShouldContain("cannot be read");
    }

    private Task<int> GenerateAsync(params string[] arguments) =>
        _lab.RunAsync(["certs", "generate", "--write-to", Folder, "-o", "json", .. arguments]);

    private IEnumerable<string?> Results() =>
        _lab.Json()
            .GetProperty("certificates")
            .EnumerateArray()
            .Select(c => c.GetProperty("result").GetString());

    private string? Reason(int index) =>
        _lab.Json().GetProperty("certificates")[index].TryGetProperty("reason", out var reason)
            ? reason.GetString()
            : null;

    private List<string> Bytes() =>
        [.. Directory.GetFiles(Folder).Order().Select(f => f + File.ReadAllText(f))];
}
