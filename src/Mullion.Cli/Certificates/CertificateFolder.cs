using Mullion.Cli.Output;

namespace Mullion.Cli.Certificates;

/// <summary>PEM files in a folder, under the names that docker's own documentation gives them.</summary>
internal sealed class CertificateFolder(string path)
{
    public const string Authority = "ca.pem";
    public const string AuthorityKey = "ca-key.pem";
    public const string Server = "cert.pem";
    public const string ServerKey = "key.pem";
    public const string Client = "client-cert.pem";
    public const string ClientKey = "client-key.pem";

    /// <summary>Makes the folder where it is missing, for nobody but the user.</summary>
    public void Ensure()
    {
        if (!Directory.Exists(path))
        {
            OutputFile.Guard(path, () => PrivateFiles.CreateFolder(path));
        }
    }

    public string PathOf(string file) => Path.Combine(path, file);

    /// <summary>A file's text; null when it is not there.</summary>
    public string? Read(string file) =>
        File.Exists(PathOf(file)) ? PemFile.Read(PathOf(file)) : null;

    /// <summary>Writes a certificate whole or not at all.</summary>
    public void Write(string file, string pem) =>
        OutputFile.Write(PathOf(file), writer => writer.Write(pem));

    /// <summary>Writes a key whole or not at all, for nobody but the user.</summary>
    public void WriteKey(string file, string pem) =>
        OutputFile.Write(PathOf(file), writer => writer.Write(pem), PrivateFiles.Create);
}
