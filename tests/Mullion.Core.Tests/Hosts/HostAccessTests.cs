using Mullion.Core.Hosts;

namespace Mullion.Core.Tests.Hosts;

/// <summary>Which access rights keep a key to SYSTEM and Administrators.</summary>
public class HostAccessTests
{
    [Theory]
    [InlineData(HostAccess.PrivateFile, true)]
    [InlineData(HostAccess.PrivateFolder, true)]
    [InlineData("D:PAI(A;;FA;;;SY)(A;;FA;;;S-1-5-32-544)", true)]
    [InlineData("D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)", true)]
    [InlineData("D:P(D;;FA;;;BU)(A;;FA;;;BA)", true)]
    [InlineData("D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)", false)]
    [InlineData("D:P(A;;FR;;;WD)", false)]
    [InlineData("D:P(A;;FA;;;S-1-5-21-1-2-3-500)", false)]
    [InlineData("D:NO_ACCESS_CONTROL", false)]
    [InlineData("", false)]
    public void Private_means_SYSTEM_and_Administrators(string sddl, bool isPrivate) =>
        HostAccess.IsPrivate(sddl).ShouldBe(isPrivate);
}
