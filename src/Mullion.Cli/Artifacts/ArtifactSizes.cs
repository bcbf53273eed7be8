using Mullion.Cli.Output.Documents;

namespace Mullion.Cli.Artifacts;

/// <summary>Asks servers how large their files are, without fetching them (HTTP HEAD).</summary>
internal static class ArtifactSizes
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The artifacts, with sizes as far as servers tell.</summary>
    /// <param name="artifacts">The artifacts.</param>
    /// <param name="unknown">Told of each URL whose server does not tell, and why.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<ArtifactDocument>> AskAsync(
        IReadOnlyList<ArtifactDocument> artifacts,
        Action<string, string> unknown,
        CancellationToken cancellation
    )
    {
        using var client = new HttpClient { Timeout = Limit };
        var asked = new List<ArtifactDocument>();
        foreach (var artifact in artifacts)
        {
            asked.Add(
                artifact is { Bytes: null, Carried: false, Kind: not "image" }
                    ? artifact with
                    {
                        Bytes = await AskAsync(client, artifact.From, unknown, cancellation),
                    }
                    : artifact
            );
        }

        return asked;
    }

    private static async Task<long?> AskAsync(
        HttpClient client,
        string url,
        Action<string, string> unknown,
        CancellationToken cancellation
    )
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, url);
            using var answer = await client.SendAsync(request, cancellation);
            if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentLength is { } length)
            {
                return length;
            }

            unknown(
                url,
                answer.IsSuccessStatusCode
                    ? "its server does not tell"
                    : $"its server answers {(int)answer.StatusCode} {answer.ReasonPhrase}"
            );
        }
        catch (HttpRequestException error)
        {
            unknown(url, error.Message);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            unknown(url, $"its server did not answer within {Limit.TotalSeconds:0} s");
        }

        return null;
    }
}
