using Mullion.Core.Certificates;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources.EngineCertificates;
using Mullion.Core.Specs;

namespace Mullion.Core.Blueprints;

/// <summary>Issues certificates for the engines of a cluster's nodes, on the machine that has the authority's key.</summary>
/// <param name="authority">The authority; the issuer takes it over.</param>
/// <param name="own">What the spec says of its certificates.</param>
/// <param name="clock">Tells from when on they are good.</param>
public sealed class EngineIssuer(
    CertificateAuthority authority,
    OwnAuthority own,
    TimeProvider clock
) : IEngineIssuer
{
    /// <inheritdoc/>
    public EngineTrust Trust(string node) => new(authority.Certificate.Pem, Certificate: null);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Secrets(NodePlan plan)
    {
        var wanted = plan.Blueprint?.Resources.OfType<EngineCertificate>().FirstOrDefault();
        if (wanted is null || !plan.Plan.Steps.Any(s => s.Id == wanted.Id && s.Changing))
        {
            return new Dictionary<string, string>();
        }

        var pair = authority.IssueServer(
            plan.Blueprint!.Node,
            wanted.Names,
            own.KeyType,
            clock.GetUtcNow(),
            TimeSpan.FromDays(own.Days)
        );
        return new Dictionary<string, string>
        {
            [EngineCertificate.CertificateSecret] = pair.Certificate,
            [EngineCertificate.KeySecret] = pair.Key,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => authority.Dispose();
}
