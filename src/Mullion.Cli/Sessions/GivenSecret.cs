using Mullion.Core.Secrets;

namespace Mullion.Cli.Sessions;

/// <summary>A secret in a file that the command line or the spec names: one that cannot be read is invalid input.</summary>
internal static class GivenSecret
{
    /// <inheritdoc cref="SecretFile.Read"/>
    /// <exception cref="CliException">It cannot be read, or its first line is empty.</exception>
    public static string Read(string file, string what) =>
        CliException.Input(() => SecretFile.Read(file, what));
}
