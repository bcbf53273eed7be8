namespace Mullion.Core.Resources.Programs;

/// <summary>What is taken of a package, and what has to be in it.</summary>
/// <param name="Format">How it is packed.</param>
/// <param name="Within">The folder of it that is taken, with slashes, such as <c>kubernetes/node/bin</c>; empty for all of it.</param>
/// <param name="Programs">Programs that it must have there; the first is the one that the others are for.</param>
/// <param name="Left">Files there that are not taken.</param>
/// <param name="What">What messages call it, such as <c>static zip of the engine for Windows</c>.</param>
/// <param name="SpecKey">Where it stands in the spec, such as <c>engine.package</c>.</param>
public sealed record PackageLayout(
    PackageFormat Format,
    string Within,
    IReadOnlyList<string> Programs,
    IReadOnlyList<string> Left,
    string What,
    string SpecKey
);
