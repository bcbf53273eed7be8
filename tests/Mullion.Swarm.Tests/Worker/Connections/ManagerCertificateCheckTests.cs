using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Tests.Fakes;
using Mullion.Swarm.Worker;
using Mullion.Swarm.Worker.Connections;
using Mullion.Testing;

namespace Mullion.Swarm.Tests.Worker.Connections;

public sealed class ManagerCertificateCheckTests : IDisposable
{
    private static readonly ManagerAddress Address = new("10.0.0.1", 2377);

    private readonly TestCa ca = new();
    private readonly ManualClock time = new();

    public void Dispose() => ca.Dispose();

    [Theory]
    [InlineData("swarm-manager")]
    [InlineData("swarm-ca")]
    public void A_manager_of_this_swarm_is_trusted_under_its_fixed_names(string name) =>
        Find(Manager(ca), name).ShouldBeNull();

    [Fact]
    public void A_worker_is_no_manager() =>
        Find(Issue(ca, SwarmNames.Worker), SwarmNames.Manager)!
            .Message.ShouldContain("not a manager's");

    [Fact]
    public void Another_swarm_is_told_from_interception()
    {
        using var other = new TestCa();
        using var proxy = new TestCa("Corporate Proxy");

        var foreign = Find(Manager(other), SwarmNames.Manager)!;
        foreign.Intercepted.ShouldBeFalse();
        foreign.Message.ShouldContain("another Swarm");
        foreign.Message.ShouldContain(other.ClusterId);

        var intercepted = Find(Manager(proxy), SwarmNames.Manager)!;
        intercepted.Intercepted.ShouldBeTrue();
        intercepted.Message.ShouldContain("CN=Corporate Proxy");
    }

    [Fact]
    public void A_certificate_out_of_its_time_names_the_clock()
    {
        time.Advance(TimeSpan.FromDays(60));

        var problem = Find(Manager(ca), SwarmNames.Manager)!;

        problem.Intercepted.ShouldBeFalse();
        problem.Message.ShouldContain("2026-04-01");
        problem.Message.ShouldContain("the clock here says 2026-04-30");
    }

    [Fact]
    public void In_the_middle_of_a_rotation_the_new_root_is_trusted_because_the_old_one_signed_it()
    {
        using var coming = new TestCa();
        using var stranger = new TestCa();

        Find(Manager(coming), SwarmNames.Manager, ca.CrossSign(coming)).ShouldBeNull();
        Find(Manager(coming), SwarmNames.Manager, coming.RootPem)!.OtherRoot.ShouldBeTrue();
        Find(Manager(coming), SwarmNames.Manager, stranger.CrossSign(coming))!
            .OtherRoot.ShouldBeTrue();
        Find(Manager(stranger), SwarmNames.Manager, ca.CrossSign(coming))!.OtherRoot.ShouldBeTrue();
        Find(Issue(coming, SwarmNames.Worker), SwarmNames.Manager, ca.CrossSign(coming))!
            .Message.ShouldContain("not a manager's");
    }

    [Fact]
    public void Without_a_root_anything_is_taken_for_the_digest_to_judge()
    {
        using var proxy = new TestCa("Corporate Proxy");

        ManagerCertificateCheck
            .Find(Address, new ManagerTrust(null, SwarmNames.Ca, null), Manager(proxy), null, time)
            .ShouldBeNull();
    }

    private ManagerCertificateException? Find(
        X509Certificate2 certificate,
        string name,
        string? shownBehind = null
    )
    {
        using var presented = new X509Chain();
        if (shownBehind is not null)
        {
            presented.ChainPolicy.ExtraStore.ImportFromPem(shownBehind);
        }

        return ManagerCertificateCheck.Find(
            Address,
            new ManagerTrust(ca.RootPem, name, null),
            certificate,
            presented,
            time
        );
    }

    private static X509Certificate2 Manager(TestCa ca) => Issue(ca, SwarmNames.Manager);

    private static X509Certificate2 Issue(TestCa ca, string role)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return ca.Issue(new PublicKey(key), SwarmIds.Create(), role);
    }
}
