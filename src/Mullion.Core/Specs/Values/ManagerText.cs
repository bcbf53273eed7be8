using System.Text.RegularExpressions;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>The Engine API of a manager, in the forms of <c>docker --host</c>, or where docker's own files name it.</summary>
internal static partial class ManagerText
{
    private const string Forms =
        "Write unix:///var/run/docker.sock, npipe:////./pipe/docker_engine, tcp://host:2376, https://ucp.example, context:NAME or bundle:FOLDER.";

    public static readonly TextShape<ManagerEndpoint> Shape = new(
        "the endpoint of a manager such as unix:///var/run/docker.sock",
        Parse
    )
    {
        Pattern = "^(unix:///|npipe:////\\./pipe/|tcp://|https://|context:|bundle:).+$",
        Examples =
        [
            "unix:///var/run/docker.sock",
            "npipe:////./pipe/docker_engine",
            "tcp://manager.example:2376",
            "https://ucp.example",
            "context:current",
            "bundle:ucp-bundle-admin",
        ],
    };

    public static Parsed<ManagerEndpoint> Parse(string text) =>
        Prefixed(text, "context:") is { } context ? Context(context)
        : Prefixed(text, "bundle:") is { } folder ? Bundle(folder)
        : text.Split("://", 2) switch
        {
            ["unix", var path] => Unix(path),
            ["npipe", var pipe] => Npipe(pipe),
            ["tcp", var address] => Tcp(address),
            ["https", var address] => Https(address),
            [var scheme, _] when NameText.IsName(scheme) => new Refusal(
                $"a manager cannot be reached by {scheme}://",
                Forms,
                IsSecret: MayHoldPassword(text)
            ),
            _ => new Refusal(
                "the endpoint does not say how to reach the manager",
                Forms,
                IsSecret: MayHoldPassword(text)
            ),
        };

    private static string? Prefixed(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;

    private static Parsed<ManagerEndpoint> Context(string name) =>
        name.Length == 0
            ? new ManagerEndpoint(ManagerScheme.Context, ManagerEndpoint.CurrentContext)
        : ContextName().IsMatch(name) ? new ManagerEndpoint(ManagerScheme.Context, name)
        : new Refusal(
            "docker has no contexts of such a name",
            "Write context:NAME with a name that `docker context ls` shows, or context:current.",
            IsSecret: MayHoldPassword(name)
        );

    private static Parsed<ManagerEndpoint> Bundle(string folder) =>
        folder.Trim().Length > 0
            ? new ManagerEndpoint(ManagerScheme.Bundle, folder)
            : new Refusal(
                "the folder of the client bundle is missing",
                "Write bundle:FOLDER with the folder in which ca.pem, cert.pem, key.pem and env.sh lie."
            );

    // docker/cli, cli/context/store: restrictedNamePattern.
    [GeneratedRegex(@"^[a-zA-Z0-9][a-zA-Z0-9_.+-]+\z")]
    private static partial Regex ContextName();

    private static bool MayHoldPassword(string text) =>
        text.Contains('@', StringComparison.Ordinal);

    private static Parsed<ManagerEndpoint> Unix(string path) =>
        path.Length > 1 && path[0] == '/'
            ? new ManagerEndpoint(ManagerScheme.Unix, path)
            : new Refusal(
                "the path of the socket is not absolute",
                "Write three slashes: unix:///var/run/docker.sock."
            );

    private static Parsed<ManagerEndpoint> Npipe(string pipe) =>
        pipe.StartsWith("//./pipe/", StringComparison.Ordinal) && pipe.Length > "//./pipe/".Length
            ? new ManagerEndpoint(ManagerScheme.Npipe, pipe)
            : new Refusal("this does not name a pipe", "Write npipe:////./pipe/docker_engine.");

    private static Parsed<ManagerEndpoint> Tcp(string address)
    {
        if (MayHoldPassword(address))
        {
            return new Refusal(
                "a tcp:// endpoint takes no user or password",
                Forms,
                IsSecret: true
            );
        }

        var parsed = HostPortText.Parse(address, allowName: true, defaultPort: null);
        return parsed.Value is { } target
            ? new ManagerEndpoint(ManagerScheme.Tcp, target.ToString()) { Tcp = target }
            : new Refusal(
                parsed.Reason!,
                "Write tcp://host:port; engines use 2376 with TLS and 2375 without."
            );
    }

    private static Parsed<ManagerEndpoint> Https(string address)
    {
        if (MayHoldPassword(address))
        {
            return new Refusal(
                "an https:// manager takes no user or password",
                "Write https://host, and user and passwordFile under login.",
                IsSecret: true
            );
        }

        var parsed = HostPortText.Parse(address.TrimEnd('/'), allowName: true, defaultPort: 443);
        return parsed.Value is { } target
            ? new ManagerEndpoint(ManagerScheme.Https, target.ToString()) { Tcp = target }
            : new Refusal(
                parsed.Reason!,
                "Write https://host or https://host:port, as the browser shows it and without a path."
            );
    }
}
