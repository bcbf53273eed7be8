using System.Collections.Concurrent;
using System.Security.Cryptography;
using Mullion.Cli.Output;
using Mullion.Core.Blueprints;
using Mullion.Core.Certificates;

namespace Mullion.Cli.Certificates;

/// <summary>
/// A folder with a key, a request and a certificate for each node: <c>NODE-key.pem</c>, <c>NODE.csr</c> and, once the authority has answered,
/// <c>NODE.pem</c>.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="passphrase">What opens and seals the keys; null for nothing.</param>
internal sealed class NodeCertificates(string path, string? passphrase)
{
    // By what they are sealed as: opening takes a while on purpose, and plans ask often.
    private readonly ConcurrentDictionary<string, string> _opened = [];

    public string KeyFile(string node) => Path.Combine(path, $"{Name(node)}-key.pem");

    public string RequestFile(string node) => Path.Combine(path, $"{Name(node)}.csr");

    public string CertificateFile(string node) => Path.Combine(path, $"{Name(node)}.pem");

    /// <summary>The certificates, for plans and runs.</summary>
    /// <param name="authority">The certificate of who signs them, PEM.</param>
    /// <param name="clock">Tells whether they are good.</param>
    public IEngineIssuer Book(string authority, TimeProvider clock) =>
        new EngineCertificateBook(authority, Find, path, clock);

    /// <summary>A node's certificate, PEM; null where the authority has not answered yet.</summary>
    public string? Certificate(string node) =>
        File.Exists(CertificateFile(node)) ? PemFile.Read(CertificateFile(node)) : null;

    /// <summary>A node's key as it lies there; null where there is none.</summary>
    public string? SealedKey(string node) =>
        File.Exists(KeyFile(node)) ? PemFile.Read(KeyFile(node)) : null;

    /// <summary>A node's key without its seal; null where there is none.</summary>
    /// <exception cref="CliException">It does not open.</exception>
    public string? Key(string node) =>
        SealedKey(node) is { } key
            ? _opened.GetOrAdd(key, k => Opened(node, () => SigningRequest.OpenKey(k, passphrase)))
            : null;

    /// <summary>Makes the key where there is none, and writes the request for it.</summary>
    /// <returns>Whether the key is new.</returns>
    public bool Request(string node, CertificateNames names, KeyKind kind)
    {
        var key = SealedKey(node);
        var made = key is null;
        if (key is null)
        {
            if (!Directory.Exists(path))
            {
                OutputFile.Guard(path, () => PrivateFiles.CreateFolder(path));
            }

            key = SigningRequest.NewKey(kind, passphrase);
            OutputFile.Write(KeyFile(node), writer => writer.Write(key), PrivateFiles.Create);
        }

        var request = Opened(node, () => SigningRequest.Of(Name(node), names, key, passphrase));
        OutputFile.Write(RequestFile(node), writer => writer.Write(request));
        return made;
    }

    private CertificatePair? Find(string node) =>
        Key(node) is { } key && Certificate(node) is { } certificate
            ? new CertificatePair(certificate, key)
            : null;

    private string Opened(string node, Func<string> open)
    {
        try
        {
            return open();
        }
        catch (CryptographicException e)
        {
            throw CliException.Usage(
                $"The key {KeyFile(node)} cannot be used: {e.Message}.",
                "Set engine.tls.passphraseFile to what seals it, or delete it and request the certificate anew."
            );
        }
    }

    private static string Name(string node) => node.ToLowerInvariant();
}
