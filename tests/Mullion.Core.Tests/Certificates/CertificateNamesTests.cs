using Mullion.Core.Certificates;

namespace Mullion.Core.Tests.Certificates;

/// <summary>What can stand in a certificate as a name, and what only looks like it.</summary>
public class CertificateNamesTests
{
    [Theory]
    [InlineData("win-1", true)]
    [InlineData("WIN-1.corp.example", true)]
    [InlineData("*.corp.example", true)]
    [InlineData("xn--mnchen-3ya.example", true)]
    [InlineData("münchen.example", false)]
    [InlineData("-win", false)]
    [InlineData("win..example", false)]
    [InlineData("win.", false)]
    [InlineData("w*n.example", false)]
    [InlineData("win 1", false)]
    [InlineData("", false)]
    public void Dns_names(string text, bool good) => CertificateNames.IsDns(text).ShouldBe(good);

    [Theory]
    [InlineData("10.0.0.21", true)]
    [InlineData("fd00::21", true)]
    [InlineData("FD00:0:0::21", true)]
    [InlineData("10.0.21", false)]
    [InlineData("10.0.0.021", false)]
    [InlineData("1", false)]
    [InlineData("fe80::1%4", false)]
    [InlineData("10.0.0.0/24", false)]
    [InlineData("win-1", false)]
    public void Addresses(string text, bool good) =>
        CertificateNames.IsAddress(text).ShouldBe(good);

    [Fact]
    public void A_label_has_at_most_63_characters_and_a_name_253()
    {
        CertificateNames.IsDns(new string('a', 63)).ShouldBeTrue();
        CertificateNames.IsDns(new string('a', 64)).ShouldBeFalse();
        CertificateNames.IsDns(string.Join('.', Enumerable.Repeat("abc", 64))).ShouldBeFalse();
    }
}
