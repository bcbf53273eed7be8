namespace Mullion.Core.Resources.EngineCertificates;

/// <summary>The PEM files of an engine on its host, under the names that Docker Enterprise gives them.</summary>
/// <param name="Folder">Where they are.</param>
public sealed record EngineCertificateFiles(string Folder)
{
    /// <summary>The authority whose clients are let in.</summary>
    public string Authority => Folder + @"\ca.pem";

    /// <summary>What the engine shows.</summary>
    public string Certificate => Folder + @"\cert.pem";

    /// <summary>Its key.</summary>
    public string Key => Folder + @"\key.pem";

    /// <summary>All three, the key last.</summary>
    public IReadOnlyList<string> All => [Authority, Certificate, Key];
}
