using System.Security.Cryptography;
using System.Text;
using Mullion.Docker.Contexts;

namespace Mullion.Docker.Tests.Contexts;

/// <summary>A user's folder of docker files, and the user's environment. Its files are laid out as docker 28.2.2 does.</summary>
internal sealed class DockerHome : IDisposable
{
    private readonly Dictionary<string, string> variables = [];

    public DockerHome() => Directory.CreateDirectory(Config);

    public string Folder { get; } =
        Path.Combine(Path.GetTempPath(), $"mullion-home-{Guid.NewGuid():N}");

    public string Config => Path.Combine(Folder, ".docker");

    public DockerEnvironment Environment => new(name => variables.GetValueOrDefault(name), Folder);

    public DockerContexts Contexts => new(Environment);

    public string Meta(string name) =>
        Path.Combine(Config, "contexts", "meta", Id(name), "meta.json");

    public string Tls(string name) => Path.Combine(Config, "contexts", "tls", Id(name), "docker");

    public DockerHome Set(string variable, string value)
    {
        variables[variable] = value;
        return this;
    }

    public DockerHome Context(string name, string host, bool skipVerify = false) =>
        Write(
            Meta(name),
            $$"""{ "Name": "{{name}}", "Metadata": {}, "Endpoints": { "docker": { "Host": "{{host}}", "SkipTLSVerify": {{(skipVerify ? "true" : "false")}} } } }"""
        );

    public DockerHome Use(string context) =>
        Write(
            Path.Combine(Config, "config.json"),
            $$"""{ "auths": { "r.example": { "auth": "c2VjcmV0" } }, "currentContext": "{{context}}" }"""
        );

    /// <summary>Files whose content nobody looks at yet.</summary>
    public DockerHome Pem(string folder, params string[] names)
    {
        foreach (var name in names)
        {
            Write(Path.Combine(folder, name + ".pem"), "pem");
        }

        return this;
    }

    public DockerHome Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Id(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
