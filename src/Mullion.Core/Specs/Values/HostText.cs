using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>How a host is reached. Ways that this version lacks are read all the same: they are no syntax errors.</summary>
internal static class HostText
{
    private const string Forms = "Write lab:NAME, such as lab:win-1.";

    public static readonly TextShape<HostReference> Shape = new("a host such as lab:win-1", Parse)
    {
        Pattern = "^(lab:[A-Za-z0-9-]+|ssh:[^@\\s]+@[^@\\s]+|local|agent)$",
        Examples = ["lab:win-1"],
    };

    public static Parsed<HostReference> Parse(string text) =>
        text.Split(':', 2) switch
        {
            ["lab", var name] => NameText.IsName(name)
                ? new HostReference(HostScheme.Lab, name)
                : new Refusal("the name of the lab host is not a name", Forms),
            ["ssh", var target] => Ssh(target),
            ["local"] => new HostReference(HostScheme.Local, ""),
            ["agent"] => new HostReference(HostScheme.Agent, ""),
            _ => new Refusal("this does not say how the host is reached", Forms),
        };

    private static Parsed<HostReference> Ssh(string target)
    {
        var at = target.LastIndexOf('@');
        return at > 0 && at < target.Length - 1 && !target.Any(char.IsWhiteSpace)
            ? new HostReference(HostScheme.Ssh, target)
            : new Refusal("this does not name a user and a host", "Write ssh:user@host.");
    }
}
