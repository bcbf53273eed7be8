namespace Mullion.Simulation.Engine;

/// <summary>The PEM files that a dockerd reads when it starts.</summary>
/// <param name="Verify">Whether clients need a certificate.</param>
/// <param name="Authority">Who has to have signed those of clients.</param>
/// <param name="Certificate">What it shows.</param>
/// <param name="Key">Its key.</param>
internal sealed record EngineTlsFiles(
    bool Verify,
    string Authority,
    string Certificate,
    string Key
);
