using System.Text.RegularExpressions;

namespace Mullion.Core.Hosts;

/// <summary>Access rights in SDDL, as far as Mullion has to do with them.</summary>
/// <remarks>Source: Microsoft's documentation of the Security Descriptor String Format and of ACE strings.</remarks>
public static partial class HostAccess
{
    /// <summary>A file for SYSTEM and Administrators alone, whatever its folder says.</summary>
    public const string PrivateFile = "D:P(A;;FA;;;SY)(A;;FA;;;BA)";

    /// <summary>A folder for SYSTEM and Administrators alone, and all that is made in it.</summary>
    public const string PrivateFolder = "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";

    private static readonly string[] Trusted = ["SY", "BA", "S-1-5-18", "S-1-5-32-544"];

    /// <summary>Whether nobody but SYSTEM and Administrators is let in. A missing ACL lets in everybody.</summary>
    public static bool IsPrivate(string sddl)
    {
        var entries = Entry().Matches(sddl);
        return sddl.StartsWith("D:", StringComparison.Ordinal)
            && !sddl.Contains("NO_ACCESS_CONTROL", StringComparison.Ordinal)
            && entries.All(e =>
                e.Groups["type"].Value is "D" || Trusted.Contains(e.Groups["trustee"].Value)
            );
    }

    /// <summary>Whether all of it comes from the folder above.</summary>
    public static bool IsInherited(string sddl) =>
        !sddl.StartsWith("D:P", StringComparison.Ordinal)
        && Entry()
            .Matches(sddl)
            .All(e => e.Groups["flags"].Value.Contains("ID", StringComparison.Ordinal));

    [GeneratedRegex(
        @"\((?<type>[^;]*);(?<flags>[^;]*);[^;]*;[^;]*;[^;]*;(?<trustee>[^;)]*)[^)]*\)"
    )]
    private static partial Regex Entry();
}
