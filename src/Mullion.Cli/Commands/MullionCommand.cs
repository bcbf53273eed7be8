using System.CommandLine;
using System.CommandLine.Help;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Commands.Artifacts;
using Mullion.Cli.Commands.Certs;
using Mullion.Cli.Commands.Images;
using Mullion.Cli.Commands.Init;
using Mullion.Cli.Commands.Labs;
using Mullion.Cli.Commands.Nodes;
using Mullion.Cli.Commands.Tokens;

namespace Mullion.Cli.Commands;

/// <summary>The program's commands.</summary>
internal static class MullionCommand
{
    public static RootCommand Build(CommandScope scope)
    {
        var root = new RootCommand(
            "Joins Windows Server hosts to Docker Swarm and keeps them there: plan, apply, remove."
        )
        {
            VersionCommand.Build(scope),
            CompletionCommand.Build(scope),
            InitCommand.Build(scope),
            ValidateCommand.Build(scope),
            SchemaCommand.Build(scope),
            PlanCommand.Build(scope),
            ApplyCommand.Build(scope),
            NodeCommand.Build(scope),
            TokenCommand.Build(scope),
            CertsCommand.Build(scope),
            ImagesCommand.Build(scope),
            ArtifactsCommand.Build(scope),
            LabCommand.Build(scope),
            DemoCommand.Build(scope),
        };
        root.Options.Add(scope.Options.File);
        root.Options.Add(scope.Options.Output);
        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples(
            scope,
            asked: true
        );
        root.Action = new HelpWithExamples(scope, asked: false);
        scope.Examples[root] =
        [
            new("mullion validate", "is ./mullion.yaml right?"),
            new("mullion plan", "what would change, on which host; changes nothing"),
            new("mullion apply", "show the plan, ask, then bring the hosts into the swarm"),
            new("mullion node remove win-1", "take a host out again and leave no trace"),
        ];
        return root;
    }
}
