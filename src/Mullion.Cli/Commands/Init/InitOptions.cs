using System.CommandLine;

namespace Mullion.Cli.Commands.Init;

/// <summary>The options of <c>mullion init</c>.</summary>
internal sealed class InitOptions
{
    public const string CurrentContext = "context:current";

    public Option<string[]> Manager { get; } =
        new("--manager")
        {
            Description =
                "The manager to ask, as it is to stand in the file; may be given several times. Default: the one that docker itself talks to.",
            HelpName = "ENDPOINT",
        };

    public Option<string?> Kubeconfig { get; } =
        new("--kubeconfig")
        {
            Description =
                "Asks the Kubernetes cluster of this file instead; without FILE, that of KUBECONFIG or ~/.kube/config.",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };

    public Option<string?> Context { get; } =
        new("--context")
        {
            Description = "The context of the kubeconfig. Default: its current one.",
            HelpName = "NAME",
        };

    public Option<string?> Name { get; } =
        new("--name")
        {
            Description = "The cluster's name in the file. Default: swarm or kubernetes.",
            HelpName = "NAME",
        };

    public Option<bool> Offline { get; } =
        new("--offline") { Description = "Asks nobody and writes a template." };

    public Option<bool> Force { get; } =
        new("--force") { Description = "Overwrites the file if there is one." };

    public IReadOnlyList<Option> All => [Manager, Kubeconfig, Context, Name, Offline, Force];
}
