using Mullion.Core;

namespace Mullion.Cli;

/// <summary>A failure of a command that has an exit code of its own.</summary>
internal sealed class CliException(ExitCode code, string message, string? fix = null)
    : MullionException(message, fix)
{
    /// <summary>The exit code it ends with.</summary>
    public ExitCode Code { get; } = code;

    /// <summary>Wrong usage or invalid input.</summary>
    public static CliException Usage(string message, string? fix = null) =>
        new(ExitCode.Usage, message, fix);

    /// <summary>Reads what the user gave; what the reader refuses is invalid input.</summary>
    public static T Input<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (MullionException error)
        {
            throw Usage(error.Message, error.Fix);
        }
    }

    /// <summary>Nothing was changed.</summary>
    public static CliException Refused(string message, string? fix = null) =>
        new(ExitCode.Refused, message, fix);
}
