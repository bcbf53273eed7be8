using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.Commands;

/// <summary><c>mullion certs request</c>: keys that never leave, requests for an authority that is somebody else's, and its answers.</summary>
public sealed class CertsRequestTests : IDisposable
{
    private const string Canary = "canary horse battery";
    private const string OnHost = @"C:\ProgramData\docker\daemoncerts\";
    private readonly SimulatedRig _rig = new(20348);
    private readonly CompanyAuthority _company;

    public CertsRequestTests()
    {
        _company = new CompanyAuthority(_rig.Clock.GetUtcNow());
        File.WriteAllText(Path.Combine(_rig.Lab.Folder, "company.pem"), _company.Pem);
        File.WriteAllText(Path.Combine(_rig.Lab.Folder, "passphrase"), Canary + "\n");
        Spec("certificates: signed");
    }

    public void Dispose()
    {
        _rig.Dispose();
        _company.Dispose();
    }

    [Fact]
    public async Task Makes_a_key_for_the_user_alone_and_a_request_with_all_names()
    {
        (await RequestAsync()).ShouldBe(("requested", "there is no certificate yet"));

        var request = CertificateRequest.LoadSigningRequestPem(
            Read("win-1.csr"),
            HashAlgorithmName.SHA256,
            CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions
        );
        request.SubjectName.Name.ShouldBe("CN=win-1");
        var names = request
            .CertificateExtensions.OfType<X509SubjectAlternativeNameExtension>()
            .Single();
        names.EnumerateDnsNames().ShouldBe(["win-1", "localhost"]);
        names
            .EnumerateIPAddresses()
            .Select(a => a.ToString())
            .ShouldBe(["10.0.0.21", "127.0.0.1", "::1"]);
        request
            .CertificateExtensions.OfType<X509EnhancedKeyUsageExtension>()
            .Single()
            .EnhancedKeyUsages.Cast<Oid>()
            .Select(o => o.Value)
            .ShouldBe(["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"]);
        using var key = ECDsa.Create();
        key.ImportFromPem(Read("win-1-key.pem"));
        key.ExportSubjectPublicKeyInfo().ShouldBe(request.PublicKey.ExportSubjectPublicKeyInfo());
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Place("win-1-key.pem"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Again_keeps_the_key_until_there_is_an_answer_and_then_everything()
    {
        await RequestAsync();
        var key = Read("win-1-key.pem");

        (await RequestAsync()).Result.ShouldBe("requested");
        Answer(days: 90);
        (await RequestAsync()).ShouldBe(("kept", null));
        File.Delete(Place("win-1.csr"));
        (await RequestAsync()).ShouldBe(("kept", null));
        File.Exists(Place("win-1.csr")).ShouldBeFalse();

        (await RequestAsync("--renew")).ShouldBe(("requested", "asked for"));
        _rig.Clock.Advance(TimeSpan.FromDays(70));
        (await RequestAsync()).ShouldBe(("requested", "the certificate expires in 20 days"));
        Read("win-1-key.pem").ShouldBe(key);
    }

    [Fact]
    public async Task From_request_to_a_joined_node_and_a_renewal_and_the_key_is_shown_nowhere()
    {
        Spec("certificates: signed\n    passphraseFile: passphrase");
        await RequestAsync();
        Read("win-1-key.pem").ShouldContain("ENCRYPTED");
        (await _rig.Lab.RunAsync("plan")).ShouldBe(3, _rig.Lab.Screen);
        _rig.Lab.Screen.ShouldContain("mullion certs request win-1");
        var shown = _rig.Lab.Screen;

        Answer(days: 90);
        foreach (
            var line in new string[][]
            {
                ["apply", "--yes", "--reboot", "allow"],
                ["plan", "--verbose"],
                ["node", "journal", "win-1"],
                ["node", "show", "win-1", "-o", "json"],
            }
        )
        {
            (await _rig.Lab.RunAsync(line)).ShouldBe(0, _rig.Lab.Screen);
            shown += _rig.Lab.Screen;
        }

        var first = OnTheHost("cert.pem");
        await RequestAsync("--renew");
        Answer(days: 180);
        (await _rig.Lab.RunAsync("apply", "--yes")).ShouldBe(0, _rig.Lab.Screen);
        shown += _rig.Lab.Screen + HostText(Core.Hosts.HostPaths.Journal);

        OnTheHost("cert.pem").ShouldBe(Read("win-1.pem"));
        OnTheHost("cert.pem").ShouldNotBe(first);
        (await _rig.Lab.RunAsync("plan")).ShouldBe(0, _rig.Lab.Screen);
        _rig.Lab.Screen.ShouldContain("everything is as wanted");
        shown.ShouldNotContain(Canary);
        shown.ShouldNotContain(OnTheHost("key.pem").Split('\n')[1]);
        shown.ShouldNotContain(Read("win-1-key.pem").Split('\n')[1]);
    }

    [Theory]
    [InlineData(null, "sealed")]
    [InlineData("company.pem", "the passphrase is wrong")]
    public async Task A_key_that_does_not_open_is_said_and_stays(string? file, string reason)
    {
        Spec("certificates: signed\n    passphraseFile: passphrase");
        await RequestAsync();
        var key = Read("win-1-key.pem");
        Spec("certificates: signed" + (file is null ? "" : $"\n    passphraseFile: {file}"));

        (await _rig.Lab.RunAsync("certs", "request")).ShouldBe(2, _rig.Lab.Screen);

        _rig.Lab.Error.ShouldContain(reason);
        _rig.Lab.Error.ShouldContain("win-1-key.pem");
        _rig.Lab.Error.ShouldContain("engine.tls.passphraseFile");
        Read("win-1-key.pem").ShouldBe(key);
    }

    [Fact]
    public async Task Where_Mullion_issues_nothing_is_requested()
    {
        Spec("caKey: company.pem");

        (await _rig.Lab.RunAsync("certs", "request")).ShouldBe(2, _rig.Lab.Screen);

        _rig.Lab.Error.ShouldContain("engine.tls.certificates");
    }

    [Fact]
    public async Task An_authority_that_is_none_is_refused_before_a_key_is_made()
    {
        await File.WriteAllTextAsync(Path.Combine(_rig.Lab.Folder, "company.pem"), "none");

        (await _rig.Lab.RunAsync("certs", "request")).ShouldBe(2, _rig.Lab.Screen);

        _rig.Lab.Error.ShouldContain("company.pem");
        Directory.Exists(Place("")).ShouldBeFalse();
    }

    private async Task<(string Result, string? Reason)> RequestAsync(params string[] more)
    {
        (await _rig.Lab.RunAsync(["certs", "request", .. more, "-o", "json"])).ShouldBe(
            0,
            _rig.Lab.Screen
        );
        var request = _rig.Lab.Json().GetProperty("requests")[0];
        return (
            request.GetProperty("result").GetString()!,
            request.TryGetProperty("reason", out var reason) ? reason.GetString() : null
        );
    }

    private void Answer(int days) =>
        File.WriteAllText(
            Place("win-1.pem"),
            _company.Sign(Read("win-1.csr"), _rig.Clock.GetUtcNow(), days)
        );

    private void Spec(string entries)
    {
        var lines = File.ReadAllLines(_rig.Lab.Spec).ToList();
        var engine = lines.IndexOf("engine:");
        var version = lines.FindIndex(l => l.StartsWith("  version:", StringComparison.Ordinal));
        lines.RemoveRange(engine + 1, version - engine - 1);
        lines.InsertRange(engine + 1, ["  tls:", "    ca: company.pem", $"    {entries}"]);
        File.WriteAllLines(_rig.Lab.Spec, lines);
    }

    private string Place(string file) => Path.Combine(_rig.Lab.Folder, "signed", file);

    private string Read(string file) => File.ReadAllText(Place(file));

    private string OnTheHost(string file) => HostText(OnHost + file);

    private string HostText(string path) =>
        System.Text.Encoding.UTF8.GetString(
            _rig.Host.Read(s => s.Files[path].Content.Span.ToArray())
        );
}
