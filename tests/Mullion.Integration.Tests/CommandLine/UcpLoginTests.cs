using System.Security.Cryptography.X509Certificates;
using Mullion.Core.Certificates;
using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>A manager that is reached by logging on to UCP: a real engine, behind a login like UCP's.</summary>
public sealed class UcpLoginTests
{
    private const string Password = "CanaryOfUcp4711";

    [Fact]
    public async Task A_host_joins_and_is_removed_and_nobody_sees_the_password()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await using var ucp = await StartAsync(swarm, program);
        await program.HostWithEngineAsync("shop-1");
        Describe(program, ucp, "ucp.txt");

        (await program.ApplyAsync("-o", "json")).Ended(0);
        (await program.RunAsync("node", "ls")).Ended(0).Out.ShouldContain("Ready");
        (await program.RemoveAsync("shop-1")).Ended(0);

        ucp.Logins.ShouldBeGreaterThan(0);
        var canary = new Canary(Password);
        canary.FilesIn(program.LabPath).ShouldBeEmpty();
        program
            .Runs.Where(r => canary.IsIn(r.Out) || canary.IsIn(r.Error))
            .Select(r => r.Words)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_password_is_said_with_the_user_and_the_controller()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await using var ucp = await StartAsync(swarm, program);
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "wrong.txt"), "wrong\n");
        Describe(program, ucp, "wrong.txt");

        var refused = (await program.RunAsync("plan")).Ended(1);

        refused.Error.ShouldContain($"admin cannot log on to {ucp.Address}: it answers 401");
    }

    private static async Task<FakeUcp> StartAsync(RealSwarm swarm, MullionProgram program)
    {
        var now = DateTimeOffset.UtcNow;
        using var authority = CertificateAuthority.Create("UCP root", KeyKind.Ecdsa, now);
        var pair = authority.IssueServer(
            "ucp",
            new CertificateNames([], ["127.0.0.1"]),
            KeyKind.Ecdsa,
            now,
            TimeSpan.FromDays(1)
        );
        await File.WriteAllTextAsync(
            Path.Combine(program.Folder, "ca.pem"),
            authority.Certificate.Pem
        );
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "ucp.txt"), Password + "\n");
        return new FakeUcp(
            swarm.Endpoint.Path,
            X509Certificate2.CreateFromPem(pair.Certificate, pair.Key),
            "admin",
            Password
        );
    }

    private static void Describe(MullionProgram program, FakeUcp ucp, string passwordFile)
    {
        program.Describe(ucp.Address, ["shop-1"]);
        var file = Path.Combine(program.Folder, "mullion.yaml");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace(
                    $"manager: {ucp.Address}",
                    $"manager: {ucp.Address}\n    login: {{ user: admin, passwordFile: {passwordFile}, ca: ca.pem }}"
                )
        );
    }
}
