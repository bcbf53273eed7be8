using System.CommandLine;
using Mullion.Cli.CommandLine;

namespace Mullion.Cli.Commands.Labs;

/// <summary><c>mullion lab</c>.</summary>
internal static class LabCommand
{
    public static Command Build(CommandScope scope) =>
        scope.Group(
            "lab",
            "Simulated Windows hosts and a simulated swarm, to try everything without a server.",
            LabStartCommand.Build(scope),
            LabLsCommand.Build(scope),
            LabFaultCommand.Build(scope),
            LabStopCommand.Build(scope),
            LabWorkerCommand.Build(scope),
            LabServeCommand.Build(scope)
        );
}
