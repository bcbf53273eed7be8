using YamlDotNet.RepresentationModel;

namespace Mullion.Kubernetes.Configuration;

/// <summary>Reads what a kubeconfig says of a user.</summary>
internal static class UserReader
{
    private static readonly string[] Impersonation = ["as", "as-uid", "as-groups", "as-user-extra"];
    private static readonly string[] ApiVersions =
    [
        "client.authentication.k8s.io/v1",
        "client.authentication.k8s.io/v1beta1",
    ];
    private static readonly string[] Modes = ["Never", "IfAvailable", "Always"];

    public static KubernetesUser Read(KubeconfigEntry user)
    {
        RefuseUnsupported(user);
        var certificate = Pem(user, "client-certificate");
        var key = Pem(user, "client-key");
        if (certificate is null != key is null)
        {
            throw user.Wrong(
                $"has a client {(key is null ? "certificate and no key" : "key and no certificate")}",
                "Give both client-certificate and client-key, or both client-certificate-data and client-key-data."
            );
        }

        var read = new KubernetesUser
        {
            Name = user.Name,
            ClientCertificate = certificate,
            ClientKey = key,
            Token = user.Text("token"),
            TokenFile = user.FilePath("tokenFile"),
            Username = user.Text("username"),
            Password = user.Text("password"),
            Exec = Exec(user),
        };
        return (read.Token ?? read.TokenFile) is not null && read.Username is not null
            ? throw user.Wrong(
                "has a token and a password",
                "Keep one of the two: the API takes one Authorization header."
            )
            : read;
    }

    private static void RefuseUnsupported(KubeconfigEntry user)
    {
        if (YamlValues.Find(user.Body, "auth-provider") is not null)
        {
            throw user.Wrong(
                "logs on with an auth-provider, which Kubernetes took out in 1.26",
                "Make the kubeconfig anew: gcloud, az, aws and OIDC log-ons write an exec plugin today.",
                "auth-provider"
            );
        }

        var key = Impersonation.FirstOrDefault(k => YamlValues.Find(user.Body, k) is not null);
        if (key is not null)
        {
            throw user.Wrong(
                $"acts as somebody else ({key}), which Mullion does not do",
                "Give a user who has the rights himself.",
                key
            );
        }
    }

    private static PemSource? Pem(KubeconfigEntry user, string key)
    {
        var where = $"{user.File}: {key} of the user {user.Name}";
        return user.Decoded(key + "-data") is { } text ? PemSource.OfText(text, where)
            : user.FilePath(key) is { } file ? PemSource.OfFile(file, where)
            : null;
    }

    private static ExecPlugin? Exec(KubeconfigEntry user)
    {
        if (YamlValues.Find(user.Body, "exec") is not { } found)
        {
            return null;
        }

        if (found is not YamlMappingNode body)
        {
            throw user.Wrong(
                "has an exec that is no mapping",
                "Write command and apiVersion below it.",
                "exec"
            );
        }

        var exec = user with { Body = body, Line = found.Start.Line };
        var version = exec.Text("apiVersion");
        if (version is null || !ApiVersions.Contains(version))
        {
            throw exec.Wrong(
                $"has a credential plugin that speaks {version ?? "no apiVersion"}",
                $"Update the plugin and its kubeconfig to {string.Join(" or ", ApiVersions)}.",
                "apiVersion"
            );
        }

        var command =
            exec.Text("command")
            ?? throw exec.Wrong("has a credential plugin without a command", "Name its program.");
        var mode = exec.Text("interactiveMode") ?? "IfAvailable";
        return new ExecPlugin
        {
            ApiVersion = version,
            // A path counts from the kubeconfig's folder, a name is looked for in PATH.
            Command =
                command.IndexOfAny(['/', Path.DirectorySeparatorChar]) < 0
                    ? command
                    : exec.Resolve(command),
            Arguments = Arguments(exec),
            Environment = Variables(exec),
            InstallHint = exec.Text("installHint"),
            ProvideClusterInfo = exec.Flag("provideClusterInfo"),
            InteractiveMode = Modes.Contains(mode)
                ? mode
                : throw exec.Wrong(
                    $"has a credential plugin with the interactiveMode {mode}",
                    $"Write {string.Join(", ", Modes)}.",
                    "interactiveMode"
                ),
        };
    }

    private static List<string> Arguments(KubeconfigEntry exec) =>
        YamlValues.Find(exec.Body, "args") switch
        {
            null => [],
            YamlSequenceNode list when list.All(a => a is YamlScalarNode) =>
            [
                .. list.Select(a => ((YamlScalarNode)a).Value ?? ""),
            ],
            _ => throw exec.Wrong(
                "has a credential plugin whose args are no list of texts",
                "Write one argument per line, each behind a dash.",
                "args"
            ),
        };

    private static List<KeyValuePair<string, string>> Variables(KubeconfigEntry exec) =>
        YamlValues.Find(exec.Body, "env") switch
        {
            null => [],
            YamlSequenceNode list
                when list.All(v =>
                    v is YamlMappingNode m && YamlValues.Text(m, "name") is not null
                ) =>
            [
                .. list.Cast<YamlMappingNode>()
                    .Select(v =>
                        KeyValuePair.Create(
                            YamlValues.Text(v, "name")!,
                            YamlValues.Text(v, "value") ?? ""
                        )
                    ),
            ],
            _ => throw exec.Wrong(
                "has a credential plugin whose env is no list of name and value",
                "Write name and value of each variable.",
                "env"
            ),
        };
}
