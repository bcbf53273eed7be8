using System.CommandLine;
using Mullion.Cli.CommandLine;

namespace Mullion.Cli.Changes;

/// <summary>The options of commands that change hosts.</summary>
internal sealed class ChangeFlags
{
    private readonly Option<bool> _yes = Yes();
    private readonly Option<string?> _reboot = RebootOption();
    private readonly Option<int?> _parallel = Numbers.Positive(
        "--parallel",
        "How many hosts at once. Default: 1 when the plan interrupts anybody, else 8."
    );
    private readonly Option<int?> _maxFailures = Numbers.Positive(
        "--max-failures",
        "Begin no further host after so many have failed. Default: begin them all."
    );
    private readonly Option<bool> _verbose = Verbose();

    public IEnumerable<Option> Options => [_yes, _reboot, _parallel, _maxFailures, _verbose];

    public static Option<bool> Yes() =>
        new("--yes", "-y") { Description = "Do not ask. Needed where nobody can answer." };

    public static Option<bool> Verbose() =>
        new("--verbose", "-v") { Description = "Also show what is as it should be." };

    public ChangeOptions Read(Call call) =>
        new()
        {
            Yes = call.Value(_yes),
            RebootAllowed = call.Value(_reboot) == "allow",
            Parallel = call.Value(_parallel),
            MaxFailures = call.Value(_maxFailures),
            Verbose = call.Value(_verbose),
        };

    private static Option<string?> RebootOption()
    {
        var option = new Option<string?>("--reboot")
        {
            Description =
                "allow: hosts may restart on the way. Without it a plan that restarts one asks, or changes nothing.",
            HelpName = "allow",
        };
        option.AcceptOnlyFromAmong("allow");
        return option;
    }
}
