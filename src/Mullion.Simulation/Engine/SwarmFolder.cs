using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Mullion.Simulation.Files;
using Mullion.Simulation.Swarm;

namespace Mullion.Simulation.Engine;

/// <summary>The engine's <c>swarm</c> folder: what survives a restart of its place in a swarm.</summary>
/// <remarks>Layout and names are swarmkit's: certificates\swarm-root-ca.crt, swarm-node.crt, swarm-node.key; state.json; docker-state.json.</remarks>
internal sealed class SwarmFolder(FileStore files, string dataRoot)
{
    /// <summary>Leads the certificate file where its PEM is made up, as test doubles of a swarm make it.</summary>
    private const string Subject = "subject=";

    private string Root => dataRoot + @"\swarm";

    private string Certificates => Root + @"\certificates";

    /// <summary>The task database, open while the engine is in a swarm.</summary>
    public string TaskDatabase => Root + @"\worker\tasks.db";

    /// <summary>What a join has begun or done; null for an engine that is in no swarm.</summary>
    public SwarmNodeState? ReadState() =>
        Read(Root + @"\docker-state.json") is { } json
            ? JsonSerializer.Deserialize(json, EngineJson.Default.SwarmNodeState)
            : null;

    /// <summary>Writes what a join has begun or done.</summary>
    public void Write(SwarmNodeState state) =>
        files.WriteSafely(
            Root + @"\docker-state.json",
            JsonSerializer.SerializeToUtf8Bytes(state, EngineJson.Default.SwarmNodeState)
        );

    /// <summary>Writes an identity.</summary>
    public void Write(SwarmIdentity identity)
    {
        var certificate = identity.CertificatePem;
        if (Names(certificate) is null)
        {
            certificate =
                $"{Subject}O = {identity.ClusterId}, OU = swarm-worker, CN = {identity.NodeId}\n{certificate}";
        }

        WriteText(Certificates + @"\swarm-root-ca.crt", identity.RootPem);
        WriteText(Certificates + @"\swarm-node.key", identity.KeyPem);
        WriteText(Certificates + @"\swarm-node.crt", certificate);
        files.WriteSafely(
            Root + @"\state.json",
            JsonSerializer.SerializeToUtf8Bytes<IReadOnlyList<SwarmPeer>>(
                [.. identity.Managers.Select(m => new SwarmPeer("", m))],
                EngineJson.Default.IReadOnlyListSwarmPeer
            )
        );
        files.WriteSafely(TaskDatabase, []);
    }

    /// <summary>The identity; null when there is none or a part of it is missing.</summary>
    public SwarmIdentity? ReadIdentity()
    {
        if (
            Read(Certificates + @"\swarm-root-ca.crt") is not { } root
            || Read(Certificates + @"\swarm-node.crt") is not { } certificate
            || Read(Certificates + @"\swarm-node.key") is not { } key
            || Names(certificate) is not var (node, cluster)
        )
        {
            return null;
        }

        var peers = Read(Root + @"\state.json") is { } json
            ? JsonSerializer.Deserialize(json, EngineJson.Default.IReadOnlyListSwarmPeer) ?? []
            : [];
        return new SwarmIdentity(
            node,
            cluster,
            root,
            certificate.StartsWith(Subject, StringComparison.Ordinal)
                ? certificate[(certificate.IndexOf('\n') + 1)..]
                : certificate,
            key,
            [.. peers.Select(p => p.Addr)]
        );
    }

    /// <summary>Empties the folder and leaves it, as moby does.</summary>
    public void Clear()
    {
        files.RemoveTree(Root);
        files.EnsureDirectory(Root);
    }

    /// <summary>Node and cluster as the certificate's subject names them.</summary>
    private static (string Node, string Cluster)? Names(string pem)
    {
        string subject;
        if (pem.StartsWith(Subject, StringComparison.Ordinal))
        {
            subject = pem[Subject.Length..pem.IndexOf('\n')];
        }
        else
        {
            try
            {
                using var certificate = X509Certificate2.CreateFromPem(pem);
                subject = certificate.SubjectName.Format(multiLine: false);
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                return null;
            }
        }

        var parts = subject
            .Split(',')
            .Select(p => p.Split('=', 2))
            .Where(p => p.Length == 2)
            .ToDictionary(p => p[0].Trim(), p => p[1].Trim(), StringComparer.Ordinal);
        return parts.TryGetValue("CN", out var node) && parts.TryGetValue("O", out var cluster)
            ? (node, cluster)
            : null;
    }

    private string? Read(string path) =>
        files.Find(path) is { IsDirectory: false } file
            ? Encoding.UTF8.GetString(file.Content.Span)
            : null;

    private void WriteText(string path, string text) =>
        files.WriteSafely(path, Encoding.UTF8.GetBytes(text));
}
