using Mullion.Cli.CommandLine;

namespace Mullion.Cli.Changes;

/// <summary>Asks before anything is changed; where nobody can answer, the command line must have.</summary>
internal sealed class Approval(Call call)
{
    private bool Interactive => call.Context.Terminal.Interactive;

    /// <summary>Agrees to a change.</summary>
    /// <param name="question">Without the question mark.</param>
    /// <param name="yes">Whether the command line agreed already.</param>
    /// <param name="reboot">Whether hosts would restart and the command line has not allowed it.</param>
    /// <exception cref="CliException">Nobody agreed; nothing was changed.</exception>
    public async Task AskAsync(string question, bool yes, bool reboot)
    {
        if (yes)
        {
            return;
        }

        if (!Interactive)
        {
            throw CliException.Usage(
                "Nothing was changed: nobody can be asked here, and --yes is not given.",
                reboot
                    ? "Look at the plan, then run it with: --yes --reboot allow"
                    : "Look at the plan, then run it with: --yes"
            );
        }

        if (!await AnswerAsync(question))
        {
            throw CliException.Refused("Nothing was changed: the answer was no.");
        }
    }

    /// <summary>Allows a restart, where somebody can be asked.</summary>
    public async Task<bool> RebootAsync(IReadOnlyList<string> nodes) =>
        Interactive
        && await AnswerAsync(
            $"{string.Join(", ", nodes)} must restart on the way. Allow the restart"
        );

    private async Task<bool> AnswerAsync(string question)
    {
        call.Messages.Write($"{question}? [y/N] ");
        // A read from a terminal cannot be cancelled; so it is left behind.
        var answer = await Task.Run(call.Context.In.ReadLine).WaitAsync(call.Context.Interrupt);
        return answer?.Trim().ToLowerInvariant() is "y" or "yes";
    }
}
