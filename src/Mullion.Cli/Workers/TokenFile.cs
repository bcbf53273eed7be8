using Mullion.Cli.CommandLine;
using Mullion.Cli.Sessions;
using Mullion.Swarm.Protocol;

namespace Mullion.Cli.Workers;

/// <summary>A join token from a file or from standard input; never from the command line, which others can see.</summary>
internal static class TokenFile
{
    public static JoinToken Read(Call call, string file)
    {
        var text =
            file == "-" ? call.Context.In.ReadLine() : GivenSecret.Read(file, "the join token");
        if (string.IsNullOrWhiteSpace(text))
        {
            throw CliException.Usage(
                "There is no join token on standard input.",
                "docker swarm join-token --quiet worker, on a manager, prints it; mullion token show too."
            );
        }

        return CliException.Input(() => JoinToken.Parse(text.Trim()));
    }
}
