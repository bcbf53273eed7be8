using Mullion.Cli.Output.Documents;
using Mullion.Core.Certificates;

namespace Mullion.Cli.Certificates;

/// <summary>
/// Brings a folder to an authority, a server certificate and a client certificate with their keys. What is good already is kept;
/// so it may be run again, after a crash or each night.
/// </summary>
internal sealed class CertificateMaker(
    CertificateFolder folder,
    CertificateOrder order,
    TimeProvider clock
)
{
    private readonly DateTimeOffset _now = clock.GetUtcNow();

    /// <summary>What became of each certificate.</summary>
    public IReadOnlyList<CertificateDocument> Make()
    {
        folder.Ensure();
        var (authority, made) = Authority();
        using (authority)
        {
            return
            [
                CertificateDocument.Of(
                    folder.PathOf(CertificateFolder.Authority),
                    authority.Certificate.Facts,
                    _now
                ) with
                {
                    Result = made ? "made" : "kept",
                },
                Pair(
                    CertificateFolder.Server,
                    CertificateFolder.ServerKey,
                    new CertificateWish(authority.Certificate, Names(), order.RenewBefore),
                    names =>
                        authority.IssueServer(
                            order.Dns.Concat(order.Addresses).FirstOrDefault() ?? names!.Dns[0],
                            names!,
                            order.Kind,
                            _now,
                            order.Lifetime
                        )
                ),
                Pair(
                    CertificateFolder.Client,
                    CertificateFolder.ClientKey,
                    new CertificateWish(authority.Certificate, null, order.RenewBefore),
                    _ => authority.IssueClient("docker client", order.Kind, _now, order.Lifetime)
                ),
            ];
        }
    }

    private (CertificateAuthority Authority, bool Made) Authority()
    {
        var certificate = folder.Read(CertificateFolder.Authority);
        var key = folder.Read(CertificateFolder.AuthorityKey);
        if (certificate is null)
        {
            // A key without its certificate is what a crash between the two leaves; nothing was signed with it.
            return (Create(), true);
        }

        var path = folder.PathOf(CertificateFolder.Authority);
        if (key is null)
        {
            throw CliException.Usage(
                $"{path} is there, and its key {CertificateFolder.AuthorityKey} is not.",
                "Put the key beside it, or name another folder: a new authority would make every certificate of this one worthless."
            );
        }

        var authority = AuthorityFiles.Load(
            path,
            folder.PathOf(CertificateFolder.AuthorityKey),
            order.Passphrase,
            "Give the passphrase with --passphrase-file",
            _now
        );
        return (authority, false);
    }

    private CertificateAuthority Create()
    {
        var authority = CertificateAuthority.Create("Mullion docker CA", order.Kind, _now);
        folder.WriteKey(CertificateFolder.AuthorityKey, authority.KeyPem(order.Passphrase));
        folder.Write(CertificateFolder.Authority, authority.Certificate.Pem);
        return authority;
    }

    private CertificateNames Names()
    {
        var before =
            order.Dns.Count + order.Addresses.Count == 0
            && folder.Read(CertificateFolder.Server) is { } pem
                ? CertificateFacts.Read(pem)?.Names
                : null;
        return CertificateNames.WithLocalhost(
            before?.Dns ?? order.Dns,
            before?.Addresses ?? order.Addresses
        );
    }

    private CertificateDocument Pair(
        string file,
        string keyFile,
        CertificateWish wish,
        Func<CertificateNames?, CertificatePair> issue
    )
    {
        var before = folder.Read(file);
        var path = folder.PathOf(file);
        if (wish.WhyNot(before, folder.Read(keyFile), _now) is not { } reason)
        {
            return CertificateDocument.Of(path, CertificateFacts.Read(before!)!, _now) with
            {
                Result = "kept",
            };
        }

        // After a crash between the two the key does not fit, and both are made anew.
        var pair = issue(wish.Names);
        folder.WriteKey(keyFile, pair.Key);
        folder.Write(file, pair.Certificate);
        return CertificateDocument.Of(path, CertificateFacts.Read(pair.Certificate)!, _now) with
        {
            Result = before is null ? "made" : "renewed",
            Reason = before is null ? null : $"the one before {reason}",
        };
    }
}
