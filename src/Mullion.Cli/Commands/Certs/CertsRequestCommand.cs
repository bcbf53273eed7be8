using System.CommandLine;
using System.Security.Cryptography;
using Mullion.Cli.Certificates;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Sessions;
using Mullion.Core.Blueprints;
using Mullion.Core.Certificates;
using Mullion.Core.Specs;

namespace Mullion.Cli.Commands.Certs;

/// <summary><c>mullion certs request</c>: keys and requests for an authority whose key is somebody else's, such as a company's.</summary>
internal static class CertsRequestCommand
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    public static Command Build(CommandScope scope)
    {
        var nodes = NodeArguments.Some("The nodes; all of the file when none is named.");
        var renew = new Option<bool>("--renew")
        {
            Description = "Requests anew also where the certificate is good.",
        };
        return scope.Command(
            "request",
            "Makes a key and a signing request for each node's engine, for an authority that is somebody else's; keeps what is good.",
            [nodes, renew],
            [
                new(
                    "mullion certs request",
                    "then have NODE.csr signed, and put it there as NODE.pem"
                ),
                new("mullion certs request win-1 --renew", "before its certificate ends"),
            ],
            call => RunAsync(call, call.Value(nodes)!, call.Value(renew))
        );
    }

    private static async Task<ExitCode> RunAsync(Call call, string[] names, bool renew)
    {
        await using var session = ClusterSession.Open(call.Context, call.File);
        if (session.Spec.Engine?.Tls is not { Source: OtherAuthority other } tls)
        {
            throw CliException.Usage(
                $"{call.File} names no folder for certificates that somebody else signs.",
                "Set engine.tls.ca to the authority's certificate and engine.tls.certificates to a folder; where Mullion issues them (caKey) or UCP does (generator), nothing has to be requested."
            );
        }

        var files = new NodeCertificates(
            other.Folder.FullPath,
            other.PassphraseFile is { } file
                ? GivenSecret.Read(file.FullPath, "the passphrase")
                : null
        );
        using var authority = Authority(other.Ca);
        var requests = new List<CertificateRequestDocument>();
        foreach (var node in NodeSelection.Of(session.File, names))
        {
            var wanted = CertificateNames.WithLocalhost(
                EngineNames.Dns(node),
                EngineNames.Addresses(tls, node, await CardsAsync(session, node, call))
            );
            requests.Add(
                Request(
                    files,
                    node,
                    new CertificateWish(authority, wanted, RenewBefore),
                    wanted,
                    other.KeyType,
                    renew,
                    call.Context.Clock.GetUtcNow()
                )
            );
        }

        Tell(call, requests);
        call.Document(
            new CertificateRequestListDocument(requests),
            CliJson.Readable.CertificateRequestListDocument
        );
        return ExitCode.Done;
    }

    private static CertificateRequestDocument Request(
        NodeCertificates files,
        NodeSpec node,
        CertificateWish wish,
        CertificateNames names,
        KeyKind kind,
        bool renew,
        DateTimeOffset now
    )
    {
        var reason =
            files.Certificate(node.Name) is null ? "there is no certificate yet"
            : wish.WhyNot(files.Certificate(node.Name), files.Key(node.Name), now) is { } why
                ? $"the certificate {why}"
            : renew ? "asked for"
            : null;
        if (reason is not null)
        {
            files.Request(node.Name, names, kind);
        }

        return new CertificateRequestDocument(
            node.Name,
            reason is null ? "kept" : "requested",
            reason,
            reason is null ? null : files.RequestFile(node.Name),
            files.CertificateFile(node.Name),
            [.. names.Dns, .. names.Addresses]
        );
    }

    private static AuthorityCertificate Authority(FileReference ca)
    {
        try
        {
            return AuthorityCertificate.Read(PemFile.Read(ca.FullPath));
        }
        catch (CryptographicException e)
        {
            throw CliException.Usage(
                $"The authority {ca.FullPath} cannot be used: {e.Message}.",
                "Set engine.tls.ca to the certificate of the authority that signs, PEM."
            );
        }
    }

    /// <summary>The host is asked only where the spec leaves its addresses to it.</summary>
    private static async Task<IReadOnlyList<string>> CardsAsync(
        ClusterSession session,
        NodeSpec node,
        Call call
    ) =>
        node.AdvertiseAddress is not null
            ? []
            :
            [
                .. (await HostView.ReadAsync(session.Link(node), call.Context.Interrupt))
                    .Facts.Interfaces.Where(i => i.External)
                    .SelectMany(i => i.Reachable),
            ];

    private static void Tell(Call call, List<CertificateRequestDocument> requests)
    {
        call.Result.Table([
            ["NODE", "RESULT", "WHY", "REQUEST", "ANSWER GOES TO"],
            .. requests.Select(r =>
                new[]
                {
                    r.Node,
                    r.Result,
                    r.Reason ?? "-",
                    r.Request ?? "-",
                    r.Request is null ? "-" : r.Certificate,
                }
            ),
        ]);
    }
}
