namespace Mullion.Core.Resources.Programs;

/// <summary>A file in a package.</summary>
/// <param name="Path">Its path there, as it is written.</param>
/// <param name="Open">Its content; to be read before the next entry is asked for.</param>
internal sealed record PackageEntry(string Path, Func<Stream> Open);
