using Mullion.Core.Specs.Engines;

namespace Mullion.Core.Specs;

/// <summary>What the loader asks of the world around the file.</summary>
public sealed record SpecLoadOptions
{
    /// <summary>Where an engine version without <c>package</c> comes from.</summary>
    public IEngineCatalogue Catalogue { get; init; } = EngineCatalogue.BuiltIn;

    /// <summary>Says whether a file that the spec names exists, by absolute path.</summary>
    public Func<string, bool> FileExists { get; init; } = File.Exists;
}
