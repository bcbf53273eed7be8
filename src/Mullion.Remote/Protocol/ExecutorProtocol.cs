namespace Mullion.Remote.Protocol;

/// <summary>
/// The executor protocol: lines of JSON over any duplex stream (a socket, an SSH channel's standard input and output).
/// </summary>
/// <remarks>
/// <code>
/// both      {"mullion":"executor","v":1,"version":"0.1.0","instance":"…"}
/// request   {"id":7,"verb":"apply","run":"…","acked":5,"body":{…}}
/// events    {"id":7,"event":{"seq":1,"time":"…","node":"win-1","kind":"step-started",…}}
/// result    {"id":7,"result":{…}}   or   {"id":7,"error":{"message":"…","fix":"…"}}
/// </code>
/// <list type="bullet">
/// <item>UTF-8, one object a line, no line longer than <see cref="MaxLineBytes"/>. Unknown members are ignored, unknown verbs are
/// an error. Ids are the client's, rise by one, and are never used twice within a run.</item>
/// <item>Verbs without a run: <c>facts</c>, <c>journal</c>, <c>plan</c>, <c>plan-removal</c>; they end with their connection.
/// <c>begin</c> names the run (the client chooses its id); from then on every verb carries it: also <c>put</c>, <c>apply</c>,
/// <c>take-back</c>, <c>record</c>, <c>reboot</c>, <c>end</c>, <c>close</c>.</item>
/// <item>A run outlives its connection. A new connection takes it over with <c>attach</c>, which tells the last event seen of
/// every request without a result; the answer names the requests that the server knows. Events after those and results are sent
/// again; requests that it does not know never arrived, and the client sends them again. So each is done once, and each event
/// arrives once.</item>
/// <item><c>acked</c>: every request of the run up to this id has its result; the server forgets them.</item>
/// <item><c>cancel</c> stops a request at its next safe point; its result is awaited all the same. <c>release</c> gives the run
/// up when its client is done with it. A run whose client is gone and in which nothing runs is given up after
/// <see cref="ExecutorServerOptions.ReleaseAfter"/>.</item>
/// <item><c>put</c>: the server grants a window (<c>want</c>), the client sends base64 chunks within it
/// (<c>{"id":7,"chunk":{"offset":0,"data":"…"}}</c>), the last one with <c>"last":true</c>. A package that the host has already
/// is answered without a window.</item>
/// <item>Secrets are in the body of <c>apply</c> and nowhere else.</item>
/// </list>
/// </remarks>
public static class ExecutorProtocol
{
    /// <summary>What the first line says it is.</summary>
    public const string Name = "executor";

    /// <summary>The version spoken. Both sides must speak the same.</summary>
    public const int Version = 1;

    /// <summary>The longest line in bytes, without its line feed.</summary>
    public const int MaxLineBytes = 16 << 20;

    /// <summary>The longest chunk of a package in bytes, before base64.</summary>
    public const int ChunkBytes = 256 << 10;

    /// <summary>How many bytes of a package may be under way.</summary>
    public const int WindowBytes = 4 * ChunkBytes;

    /// <summary>The product version of this side, such as <c>0.1.0</c>.</summary>
    public static string Product { get; } =
        typeof(ExecutorProtocol).Assembly.GetName().Version?.ToString(3) ?? "unknown";
}
