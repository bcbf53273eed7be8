using System.CommandLine;
using Mullion.Cli.CommandLine;

namespace Mullion.Cli.Commands.Init;

/// <summary><c>mullion init</c>: a mullion.yaml to begin with, from a cluster that is there. Changes nothing but that file.</summary>
internal static class InitCommand
{
    public static Command Build(CommandScope scope)
    {
        var options = new InitOptions();
        return scope.Command(
            "init",
            "Writes a commented mullion.yaml from a swarm or a Kubernetes cluster that is there. Changes nothing else.",
            options.All,
            [
                new("mullion init", "from the swarm that docker itself talks to"),
                new("mullion init --manager unix:///var/run/docker.sock --name shop", "on it"),
                new("mullion init --manager bundle:ucp-bundle-admin", "with a client bundle"),
                new("mullion init --kubeconfig admin.conf", "from a Kubernetes cluster"),
                new("mullion init --offline", "a template, without asking anybody"),
            ],
            call => RunAsync(call, options)
        );
    }

    private static Task<ExitCode> RunAsync(Call call, InitOptions options)
    {
        var kubernetes = call.Has(options.Kubeconfig) || call.Has(options.Context);
        if (kubernetes && call.Has(options.Manager))
        {
            throw CliException.Usage(
                "--manager is of a swarm, and --kubeconfig of a Kubernetes cluster.",
                "Give the one that is meant."
            );
        }

        if (Path.Exists(call.File) && !call.Value(options.Force))
        {
            throw CliException.Refused(
                $"{call.File} exists already; nothing was written.",
                "Name another file with -f, or overwrite this one with --force."
            );
        }

        return kubernetes
            ? KubernetesInit.RunAsync(call, options)
            : SwarmInit.RunAsync(call, options);
    }
}
