using System.Collections.Frozen;
using Mullion.Core.Certificates;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.EngineEndpoints;

/// <summary>Calls the engine over TLS. There is nothing to make: what it needs is other resources'; this tells whether they sufficed.</summary>
internal sealed class EngineEndpointProvider(IHost host) : Provider<EngineEndpoint>
{
    private const string Answers = "answers";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public override Reversal Reversal => Reversal.None;

    public override IReadOnlySet<string> Volatile { get; } = FrozenSet.Create(Answers);

    protected override ResourceState Desired(EngineEndpoint resource) => new((Answers, "yes"));

    protected override async Task<ResourceState?> ReadAsync(
        EngineEndpoint resource,
        CancellationToken cancellation
    ) =>
        host.Files.Find(resource.Files.Certificate) is null
            ? null
            : new ResourceState((Answers, await WhyNotAsync(resource, cancellation) ?? "yes"));

    protected override ResourceScript Render(EngineEndpoint resource) =>
        EngineEndpointScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        EngineEndpoint resource,
        ReadContext context,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            context is { Begun: true, Actual: { } actual } && actual[Answers] != "yes"
                ? [Finding.Warn("engine-tls", Told(actual[Answers]!), Cure(resource))]
                : []
        );

    protected override async Task<StepOutcome> ApplyAsync(
        EngineEndpoint resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        context.Report($"calling {resource.Address}:{resource.Port}");
        await Poll.UntilAsync<string?>(
            host.Clock,
            Limit,
            () => WhyNotAsync(resource, cancellation),
            why => why is null,
            why => Told(why!),
            cancellation,
            Cure(resource)
        );
        return StepOutcome.Done;
    }

    protected override Task<StepOutcome> RevertAsync(
        EngineEndpoint resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    ) => Task.FromResult(StepOutcome.Done);

    private async Task<string?> WhyNotAsync(EngineEndpoint resource, CancellationToken cancellation)
    {
        var call = Call(resource);
        try
        {
            var shown = await host.Engine.PingOverTlsAsync(call, cancellation);
            var own = CertificateFacts.Read(host.Files.ReadAllText(call.CertificateFile));
            return own?.Thumbprint != shown
                ? "it shows another certificate than cert.pem: it has not been restarted since that was written"
                : null;
        }
        catch (HostException e)
        {
            return e.Reason;
        }
    }

    // The seed's own warning, so that whoever searches for it finds this.
    private string Told(string why) =>
        $"Node {host.System.Facts().ComputerName} is a Windows node that cannot connect to its local Docker daemon over TLS: {why.TrimEnd('.')}.";

    private static string Cure(EngineEndpoint resource) =>
        $"Run mullion apply: it renews the certificate, sets hosts, tlsverify, tlscacert, tlscert and tlskey, and restarts the engine. If it stays so, netstat -ano shows who has port {resource.Port}, and the Application event log (source docker) what the engine says.";

    private static EngineTlsCall Call(EngineEndpoint resource) =>
        new(
            resource.Address,
            resource.Port,
            resource.Files.Authority,
            resource.Files.Certificate,
            resource.Files.Key
        )
        {
            AnyName = resource.AnyName,
        };
}
