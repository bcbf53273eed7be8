namespace Mullion.Cli.Output.Documents;

/// <summary>A lab that was ended.</summary>
/// <param name="Simulated">Always true.</param>
/// <param name="Stopped">False when there was none.</param>
/// <param name="Folder">Its folder, which is gone.</param>
internal sealed record LabStopDocument(bool Simulated, bool Stopped, string Folder);
