namespace Mullion.Kubernetes.Configuration;

/// <summary>As whom to ask: a client certificate, and one of token, password and plugin. Its text holds no secret.</summary>
public sealed record KubernetesUser
{
    /// <summary>Nobody: no certificate and no token, which the API takes for <c>system:anonymous</c>.</summary>
    public static KubernetesUser Anonymous { get; } = new() { Name = "anonymous" };

    /// <summary>Its name in the kubeconfig, for messages.</summary>
    public string Name { get; init; } = "";

    /// <summary>The client's certificate in PEM, with what leads to its authority.</summary>
    public PemSource? ClientCertificate { get; init; }

    /// <summary>Its key in PEM.</summary>
    public PemSource? ClientKey { get; init; }

    /// <summary>A bearer token.</summary>
    public string? Token { get; init; }

    /// <summary>A file with a bearer token, read again every minute; goes before <see cref="Token"/>.</summary>
    public string? TokenFile { get; init; }

    /// <summary>User name of basic authentication.</summary>
    public string? Username { get; init; }

    /// <summary>Password of basic authentication.</summary>
    public string? Password { get; init; }

    /// <summary>A program that gives a token or a certificate.</summary>
    public ExecPlugin? Exec { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        string?[] kinds =
        [
            ClientCertificate is null ? null : "client certificate",
            Token is null && TokenFile is null ? null : "token",
            Username is null ? null : "password",
            Exec is null ? null : $"plugin {Exec.Command}",
        ];
        var by = string.Join(", ", kinds.OfType<string>());
        return by.Length == 0 ? Name : $"{Name} ({by})";
    }
}
