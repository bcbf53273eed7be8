using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Mullion.Core;
using Mullion.Core.Secrets;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Json;

namespace Mullion.Kubernetes.Credentials;

/// <summary>
/// Runs a credential plugin: arguments as a list and never through a shell, within a time, its output never in a message and its
/// complaints redacted and short.
/// </summary>
internal sealed class ExecPluginRun(
    ExecPlugin plugin,
    KubernetesConfiguration configuration,
    KubernetesClientOptions options
)
{
    private const int LongestOutput = 1024 * 1024;
    private const int LongestComplaint = 1000;

    private string Named =>
        $"The credential plugin {plugin.Command} of the user {configuration.User.Name}";

    public async Task<ExecCredentialStatus> RunAsync(CancellationToken cancellation)
    {
        var isInteractive = options.IsInteractive && plugin.InteractiveMode != "Never";
        if (plugin.InteractiveMode == "Always" && !isInteractive)
        {
            throw new MullionException(
                $"{Named} must talk to a person, and there is none at the terminal.",
                "Run the command in a terminal, or log on in another way that needs nobody."
            );
        }

        using var process = Start(isInteractive);
        using var deadline = new CancellationTokenSource(options.PluginTimeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation,
            deadline.Token
        );
        try
        {
            var output = ReadAsync(process.StandardOutput, LongestOutput, either.Token);
            var complaint = isInteractive
                ? Task.FromResult("")
                : ReadAsync(process.StandardError, LongestComplaint, either.Token);
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode == 0
                ? Parse(await output)
                : throw Failed(
                    $"ended with exit code {process.ExitCode}",
                    Redaction.Redact((await complaint).Trim())
                );
        }
        catch (OperationCanceledException)
            when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw Failed($"did not end within {options.PluginTimeout.TotalSeconds:0.#} s", "");
        }
        finally
        {
            Kill(process);
        }
    }

    private Process Start(bool isInteractive)
    {
        var program =
            ProgramPath.Find(
                plugin.Command,
                Environment.GetEnvironmentVariable("PATH"),
                Environment.GetEnvironmentVariable("PATHEXT")
            )
            ?? throw new MullionException(
                $"{Named} is not installed: there is no such program.",
                plugin.InstallHint?.Trim()
                    ?? $"Install {plugin.Command}, or put its folder into PATH."
            );
        var start = new ProcessStartInfo(program, plugin.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            // A person sees questions and log-on codes there.
            RedirectStandardError = !isInteractive,
            RedirectStandardInput = !isInteractive,
        };
        foreach (var (name, value) in plugin.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment[ExecInfo.Variable] = ExecInfo.Of(plugin, configuration, isInteractive);
        try
        {
            var process = Process.Start(start)!;
            if (!isInteractive)
            {
                process.StandardInput.Close();
            }

            return process;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new MullionException(
                $"{Named} cannot be started: {e.Message.TrimEnd('.')}.",
                "Check that the file is a program for this machine and that you may run it.",
                e
            );
        }
    }

    /// <summary>Reads to the end, so that the program does not stand still, and keeps the beginning.</summary>
    private static async Task<string> ReadAsync(
        StreamReader reader,
        int longest,
        CancellationToken cancellation
    )
    {
        var kept = new StringBuilder();
        var buffer = new char[4096];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellation)) > 0)
        {
            kept.Append(buffer, 0, Math.Min(read, longest - kept.Length));
        }

        return kept.ToString();
    }

    private ExecCredentialStatus Parse(string output)
    {
        ExecCredential? read;
        try
        {
            read = JsonSerializer.Deserialize(output, KubernetesJson.Default.ExecCredential);
        }
        catch (JsonException)
        {
            throw Failed("printed no ExecCredential in JSON", "");
        }

        return read switch
        {
            not { Kind: "ExecCredential" } => throw Failed("printed no ExecCredential", ""),
            { ApiVersion: var version } when version != plugin.ApiVersion => throw Failed(
                $"answered in {version ?? "no version"}, and the kubeconfig says {plugin.ApiVersion}",
                ""
            ),
            { Status: { } status }
                when status.Token is { Length: > 0 }
                    || status is { ClientCertificateData.Length: > 0, ClientKeyData.Length: > 0 } =>
                status,
            _ => throw Failed("gave neither a token nor a certificate with its key", ""),
        };
    }

    private MullionException Failed(string reason, string complaint) =>
        new(
            $"{Named} {reason}{(complaint.Length == 0 ? "" : ": " + complaint)}.",
            "Run the plugin's command by hand, as the kubeconfig has it, or log on again with its tool."
        );

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e)
            when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It ended in this moment.
        }
    }
}
