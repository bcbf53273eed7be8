using Mullion.Cli.Certificates;
using Mullion.Cli.Hosting;
using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Images;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Specs;

namespace Mullion.Cli.Sessions;

/// <summary>A spec and the cluster it describes, for as long as a command runs. The cluster is reached when it is first needed.</summary>
internal sealed class ClusterSession : IAsyncDisposable
{
    private readonly CliContext _context;
    private IOrchestrator? _orchestrator;
    private readonly Lazy<IEngineIssuer?> _issuer;
    private readonly Lazy<RegistryPasswords> _passwords;
    private ClusterFacts? _facts;

    private ClusterSession(CliContext context, SpecFile file, IOrchestrator? orchestrator)
    {
        _context = context;
        _orchestrator = orchestrator;
        File = file;
        _issuer = new Lazy<IEngineIssuer?>(OpenIssuer);
        _passwords = new Lazy<RegistryPasswords>(ReadPasswords);
    }

    /// <summary>The spec's file.</summary>
    public SpecFile File { get; }

    /// <summary>The cluster as wanted.</summary>
    public ClusterSpec Spec => File.Spec;

    /// <summary>The cluster's API.</summary>
    public IOrchestrator Orchestrator =>
        _orchestrator ??= _context.Connect(Spec.AsSwarm(), _context.Clock);

    /// <summary>Loads a spec; reaches nothing yet.</summary>
    /// <param name="context">The surrounding.</param>
    /// <param name="file">The spec's file.</param>
    /// <param name="orchestrator">Stands in for the managers that the spec names; null to ask them.</param>
    public static ClusterSession Open(
        CliContext context,
        string file,
        IOrchestrator? orchestrator = null
    ) => new(context, SpecFile.Load(file), orchestrator);

    /// <summary>What the cluster is, asked once.</summary>
    public async Task<ClusterFacts> FactsAsync(CancellationToken cancellation) =>
        _facts ??= await Orchestrator.InspectAsync(cancellation);

    /// <summary>
    /// Opens the authority of engines and reads the passwords of registries, as far as the spec names any: better now than node by node.
    /// </summary>
    /// <exception cref="CliException">They cannot be used.</exception>
    public void OpenSecrets()
    {
        _ = _issuer.Value;
        _ = _passwords.Value;
    }

    /// <summary>The way to a node's host.</summary>
    public IHostLink Link(NodeSpec node) => _context.Link(node.Host);

    /// <summary>A node's host and its place in the cluster.</summary>
    public NodeSession Node(NodeSpec node, TimeSpan? drainTimeout = null) =>
        new(Spec, node, Link(node), Side(drainTimeout), _issuer, _passwords);

    /// <summary>A place in the cluster for one node.</summary>
    public ClusterSide Side(TimeSpan? drainTimeout = null) =>
        drainTimeout is { } limit
            ? new ClusterSide(Orchestrator, _context.Clock) { DrainTimeout = limit }
            : new ClusterSide(Orchestrator, _context.Clock);

    public async ValueTask DisposeAsync()
    {
        if (_issuer.IsValueCreated)
        {
            _issuer.Value?.Dispose();
        }

        switch (_orchestrator)
        {
            case IAsyncDisposable resource:
                await resource.DisposeAsync();
                break;
            case IDisposable resource:
                resource.Dispose();
                break;
        }
    }

    private IEngineIssuer? OpenIssuer() =>
        Spec.Engine?.Tls?.Source switch
        {
            OwnAuthority own => new EngineIssuer(
                AuthorityFiles.Load(
                    own.Ca.FullPath,
                    own.CaKey.FullPath,
                    Passphrase(own.PassphraseFile),
                    "Set engine.tls.passphraseFile",
                    _context.Clock.GetUtcNow()
                ),
                own,
                _context.Clock
            ),
            OtherAuthority other => new NodeCertificates(
                other.Folder.FullPath,
                Passphrase(other.PassphraseFile)
            ).Book(PemFile.Read(other.Ca.FullPath), _context.Clock),
            _ => null,
        };

    private static string? Passphrase(FileReference? file) =>
        file is null ? null : GivenSecret.Read(file.FullPath, "the passphrase");

    private RegistryPasswords ReadPasswords() =>
        new(
            Spec.Registries.ToDictionary(
                NodeImages.PasswordSecret,
                r => GivenSecret.Read(r.PasswordFile.FullPath, "the password")
            )
        );
}
