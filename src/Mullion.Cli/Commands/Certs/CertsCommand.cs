using System.CommandLine;
using Mullion.Cli.CommandLine;

namespace Mullion.Cli.Commands.Certs;

/// <summary><c>mullion certs</c>.</summary>
internal static class CertsCommand
{
    public static Command Build(CommandScope scope) =>
        scope.Group(
            "certs",
            "Certificates for engines that listen over TLS, and for their clients.",
            CertsGenerateCommand.Build(scope),
            CertsRequestCommand.Build(scope),
            CertsLsCommand.Build(scope)
        );
}
