using System.CommandLine;
using Mullion.Core.Resources;

namespace Mullion.Cli.CommandLine;

/// <summary>The option that stops a run after a part of it.</summary>
internal static class Headings
{
    public static Option<string?> Until()
    {
        var option = new Option<string?>("--until")
        {
            Description =
                "Stops after a part of the plan. What you then change by hand is shown as a conflict, not overwritten.",
            HelpName = "prepare|runtime|network|join",
        };
        option.AcceptOnlyFromAmong("prepare", "runtime", "network", "join");
        return option;
    }

    public static Heading? Parse(string? word) =>
        word switch
        {
            "prepare" => Heading.Prepare,
            "runtime" => Heading.Runtime,
            "network" => Heading.Network,
            "join" => Heading.Join,
            _ => null,
        };
}
