using System.Security.Cryptography;
using Mullion.Core.Certificates;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources.EngineCertificates;

namespace Mullion.Core.Blueprints;

/// <summary>Certificates for engines that somebody else's authority signed, one for each node.</summary>
/// <param name="authority">The authority's certificate, PEM.</param>
/// <param name="find">A node's certificate and key; null where one of both is missing.</param>
/// <param name="place">Where they are looked for, for messages.</param>
/// <param name="clock">Tells whether they are good.</param>
public sealed class EngineCertificateBook(
    string authority,
    Func<string, CertificatePair?> find,
    string place,
    TimeProvider clock
) : IEngineIssuer
{
    /// <inheritdoc/>
    public EngineTrust Trust(string node) => new(authority, find(node)?.Certificate);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Secrets(NodePlan plan)
    {
        var wanted = plan.Blueprint?.Resources.OfType<EngineCertificate>().FirstOrDefault();
        if (
            wanted is null or { Dropped: true }
            || !plan.Plan.Steps.Any(s => s.Id == wanted.Id && s.Changing)
        )
        {
            return new Dictionary<string, string>();
        }

        var node = plan.Blueprint!.Node;
        var pair = find(node) ?? throw Wrong(node, "is not there, or its key is not");
        return Why(wanted, pair) is { } reason
            ? throw Wrong(node, reason)
            : new Dictionary<string, string>
            {
                [EngineCertificate.CertificateSecret] = pair.Certificate,
                [EngineCertificate.KeySecret] = pair.Key,
            };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private string? Why(EngineCertificate wanted, CertificatePair pair)
    {
        try
        {
            using var own = AuthorityCertificate.Read(authority);
            return new CertificateWish(own, wanted.Names, TimeSpan.Zero).WhyNot(
                pair.Certificate,
                pair.Key,
                clock.GetUtcNow()
            );
        }
        catch (CryptographicException e)
        {
            return $"cannot be used with engine.tls.ca: {e.Message}";
        }
    }

    private MullionException Wrong(string node, string reason) =>
        new(
            $"The certificate of {node} in {place} {reason}.",
            $"Run mullion certs request {node}, have {node}.csr signed, and put the answer there as {node}.pem."
        );
}
