using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Worker.Sessions;

/// <summary>Puts what a worker says of itself in the form of the wire.</summary>
internal static class NodeDescriptions
{
    private const long NanoCpusPerProcessor = 1_000_000_000;

    public static NodeDescription From(WorkerDescription description, NodeTlsInfo tls)
    {
        var engine = new EngineDescription { EngineVersion = description.EngineVersion };
        engine.Labels.Add(description.EngineLabels.ToDictionary());
        engine.Plugins.AddRange(
            description
                .Plugins.OrderBy(p => p.Kind, StringComparer.Ordinal)
                .ThenBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => new PluginDescription { Type = p.Kind, Name = p.Name })
        );
        return new NodeDescription
        {
            Hostname = description.Hostname,
            Platform = new Platform
            {
                Architecture = description.Architecture,
                Os = description.Os,
            },
            Resources = new Resources
            {
                NanoCpus = description.Processors * NanoCpusPerProcessor,
                MemoryBytes = description.MemoryBytes,
            },
            Engine = engine,
            TlsInfo = tls,
        };
    }

    /// <summary>What the node trusts and who issued its certificate: managers watch it while a root CA is rotated.</summary>
    public static NodeTlsInfo TlsInfo(WorkerIdentity identity)
    {
        var chain = CertificateChain.Read(identity.CertificatePem);
        using var issuer =
            chain.Count > 1 ? chain[^1] : X509Certificate2.CreateFromPem(identity.RootCaPem);
        return new NodeTlsInfo
        {
            TrustRoot = ByteString.CopyFromUtf8(identity.RootCaPem),
            CertIssuerSubject = ByteString.CopyFrom(issuer.SubjectName.RawData),
            CertIssuerPublicKey = ByteString.CopyFrom(
                issuer.PublicKey.ExportSubjectPublicKeyInfo()
            ),
        };
    }
}
