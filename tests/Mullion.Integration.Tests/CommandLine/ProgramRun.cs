using System.Text.Json;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>What a run of the program left.</summary>
internal sealed record ProgramRun(string Words, int ExitCode, string Out, string Error)
{
    /// <summary>Stdout as the one document it must be with <c>-o json</c>.</summary>
    public JsonElement Json()
    {
        try
        {
            return JsonDocument.Parse(Out).RootElement;
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"No single JSON document: {e.Message}\n{this}", e);
        }
    }

    /// <summary>The only node of a JSON document.</summary>
    public JsonElement OnlyNode() => Json().GetProperty("nodes").EnumerateArray().Single();

    /// <summary>This run, once it has ended as expected.</summary>
    public ProgramRun Ended(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, ToString());
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"$ mullion {Words}\n{Out}\n--- stderr\n{Error}\n--- exit code {ExitCode}";
}
