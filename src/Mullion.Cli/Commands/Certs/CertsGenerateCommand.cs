using System.CommandLine;
using Mullion.Cli.Certificates;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.Sessions;
using Mullion.Core.Certificates;

namespace Mullion.Cli.Commands.Certs;

/// <summary><c>mullion certs generate</c>: an authority, and certificates for one engine and its client. Reaches no host.</summary>
internal static class CertsGenerateCommand
{
    public static Command Build(CommandScope scope)
    {
        var folder = new Option<string>("--write-to")
        {
            Description =
                "The folder: ca.pem, ca-key.pem, cert.pem, key.pem, client-cert.pem, client-key.pem.",
            HelpName = "DIR",
            Required = true,
        };
        var dns = Names("--dns", "NAME", "A DNS name of the engine; may be given again.", IsDns);
        var ip = Names("--ip", "ADDRESS", "An address of the engine; may be given again.", IsIp);
        var key = new Option<string>("--key")
        {
            Description = "The kind of new keys: ecdsa (P-256) or rsa (3072 bits). Default: ecdsa.",
            HelpName = "ecdsa|rsa",
            DefaultValueFactory = _ => "ecdsa",
        };
        key.AcceptOnlyFromAmong("ecdsa", "rsa");
        var days = Numbers.Positive("--days", "Days that new certificates are good. Default: 365.");
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() > MostDays)
            {
                result.AddError(
                    $"--days takes at most {MostDays}: the authority is good for {CertificateAuthority.Years} years."
                );
            }
        });
        var passphrase = new Option<string?>("--passphrase-file")
        {
            Description = "A file whose first line seals ca-key.pem. Default: it is not sealed.",
            HelpName = "FILE",
        };
        return scope.Command(
            "generate",
            "Makes an authority, a certificate for an engine and one for its clients; keeps what is good.",
            [folder, dns, ip, key, days, passphrase],
            [
                new(
                    "mullion certs generate --write-to certs --dns win-1.corp.example --ip 10.0.0.21",
                    "for dockerd --tlsverify on win-1; localhost is always among the names"
                ),
                new(
                    "mullion certs generate --write-to certs",
                    "again, each night: renews what expires within 30 days, keeps the rest"
                ),
            ],
            call =>
                Task.FromResult(
                    Run(
                        call,
                        new CertificateFolder(call.Value(folder)!),
                        new CertificateOrder(
                            call.Value(dns)!,
                            call.Value(ip)!,
                            call.Value(key) == "rsa" ? KeyKind.Rsa : KeyKind.Ecdsa,
                            TimeSpan.FromDays(call.Value(days) ?? 365),
                            call.Value(passphrase) is { } file
                                ? GivenSecret.Read(file, "the passphrase")
                                : null
                        )
                    )
                )
        );
    }

    private static int MostDays { get; } = 365 * CertificateAuthority.Years;

    private static ExitCode Run(Call call, CertificateFolder folder, CertificateOrder order)
    {
        var certificates = new CertificateMaker(folder, order, call.Context.Clock).Make();
        CertificateText.Write(call.Result, certificates);
        call.Document(
            new CertificateListDocument(certificates),
            CliJson.Readable.CertificateListDocument
        );
        if (order.Passphrase is null && certificates[0].Result == "made")
        {
            call.Messages.Line(
                $"{folder.PathOf(CertificateFolder.AuthorityKey)} is not sealed: whoever reads it can sign certificates that every engine trusts. Keep it off the hosts.",
                Rendering.Style.Caution
            );
        }

        return ExitCode.Done;
    }

    private static Option<string[]> Names(
        string name,
        string help,
        string description,
        Func<string, string?> refusal
    )
    {
        var option = new Option<string[]>(name)
        {
            Description = description,
            HelpName = help,
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (refusal(token.Value) is { } text)
                {
                    result.AddError($"{name} takes {text}, not {token.Value}.");
                }
            }
        });
        return option;
    }

    private static string? IsDns(string text) =>
        CertificateNames.IsDns(text)
            ? CertificateNames.IsAddress(text)
                ? "a DNS name (addresses go to --ip)"
                : null
            : "a DNS name of letters, digits, hyphens and dots (xn--… for others)";

    private static string? IsIp(string text) =>
        CertificateNames.IsAddress(text) ? null : "an IPv4 or IPv6 address";
}
