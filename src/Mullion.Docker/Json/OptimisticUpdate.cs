namespace Mullion.Docker.Json;

/// <summary>Reads, changes and writes again when somebody else wrote in between.</summary>
internal static class OptimisticUpdate
{
    private const int Attempts = 5;

    public static async Task RunAsync(Func<Task> readAndWrite)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await readAndWrite();
                return;
            }
            catch (DockerApiException e) when (attempt < Attempts && IsOutOfSequence(e))
            {
                // The next round reads the newer object.
            }
        }
    }

    /// <summary>Engines answer 500 or 409, by version; the text is the same.</summary>
    private static bool IsOutOfSequence(DockerApiException e) =>
        e.EngineMessage.Contains("update out of sequence", StringComparison.OrdinalIgnoreCase);
}
