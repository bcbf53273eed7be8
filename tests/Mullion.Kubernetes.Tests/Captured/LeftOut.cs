namespace Mullion.Kubernetes.Tests.Captured;

/// <summary>Captures that the client is not held against by <see cref="ReplayTests"/>, each with its reason.</summary>
internal static class LeftOut
{
    private const string NotSent = "the client cannot send such a request";
    private const string Elsewhere = "replayed by a test of its own";
    private const string NotNeeded = "a call that Mullion does not make";

    /// <summary>Number of the capture → reason.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["001"] = Elsewhere, // DiscoveryTests
            ["005"] = NotNeeded, // /api
            ["006"] = Elsewhere,
            ["007"] = Elsewhere,
            ["008"] = Elsewhere,
            ["009"] = Elsewhere,
            ["010"] = Elsewhere,
            ["011"] = Elsewhere,
            ["012"] = Elsewhere,
            ["013"] = Elsewhere,
            ["014"] = NotNeeded,
            ["016"] = NotNeeded,
            ["019"] = NotSent, // RefusalTests reads its answer, as of all that are refused
            ["020"] = NotSent,
            ["021"] = NotSent,
            ["022"] = NotSent,
            ["023"] = NotSent,
            ["024"] = NotSent,
            ["025"] = NotSent,
            ["026"] = NotSent, // the client writes kind itself
            ["032"] = Elsewhere,
            ["210"] = Elsewhere, // DiscoveryTests
            ["319"] = NotSent, // the client writes apiVersion itself
            ["453"] = NotSent, // the path is of the object's own name
            ["501"] = Elsewhere, // PagingTests: pages of lists that go on
            ["502"] = Elsewhere,
            ["503"] = Elsewhere,
            ["514"] = Elsewhere,
            ["517"] = NotSent,
            ["519"] = NotSent,
            ["534"] = NotSent,
            ["537"] = NotSent,
            ["545"] = Elsewhere,
            ["546"] = Elsewhere,
            ["547"] = NotSent,
            ["548"] = Elsewhere,
            ["615"] = NotSent,
            ["618"] = NotSent,
            ["625"] = NotSent, // the client always says whether fields are taken over
            ["626"] = NotSent,
            ["627"] = NotSent, // JSON only
            ["632"] = NotSent,
            ["637"] = NotSent,
            ["708"] = NotSent,
            ["715"] = Elsewhere, // DiscoveryTests
            ["731"] = NotNeeded,
            ["732"] = NotNeeded,
            ["737"] = NotNeeded,
            ["738"] = NotNeeded,
            ["739"] = NotNeeded,
            ["740"] = NotNeeded,
            ["741"] = NotNeeded,
            ["912"] = NotNeeded,
        };
}
