using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.SavedPlans;

namespace Mullion.Cli.Output;

/// <summary>The documents of <c>-o json</c>: camelCase names that stay, absent for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(ArtifactListDocument))]
[JsonSerializable(typeof(CertificateListDocument))]
[JsonSerializable(typeof(CertificateRequestListDocument))]
[JsonSerializable(typeof(ChangeDocument))]
[JsonSerializable(typeof(DemoDocument))]
[JsonSerializable(typeof(DrainDocument))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(ImageListDocument))]
[JsonSerializable(typeof(InitDocument))]
[JsonSerializable(typeof(JoinCommandDocument))]
[JsonSerializable(typeof(JournalDocument))]
[JsonSerializable(typeof(LabDocument))]
[JsonSerializable(typeof(LabHostDocument))]
[JsonSerializable(typeof(LabStopDocument))]
[JsonSerializable(typeof(LabWorkerDocument))]
[JsonSerializable(typeof(NodeListDocument))]
[JsonSerializable(typeof(NodeShowDocument))]
[JsonSerializable(typeof(ScriptDocument))]
[JsonSerializable(typeof(TokenDocument))]
[JsonSerializable(typeof(TokenRotationDocument))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(SavedPlan))]
[JsonSerializable(typeof(ValidationDocument))]
[JsonSerializable(typeof(VersionDocument))]
internal sealed partial class CliJson : JsonSerializerContext
{
    private static CliJson? _readable;

    /// <summary>As <see cref="Default"/>, with quotes and arrows left readable: this goes to terminals and files, never into a page.</summary>
    public static CliJson Readable =>
        _readable ??= new CliJson(
            new JsonSerializerOptions(Default.Options)
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
