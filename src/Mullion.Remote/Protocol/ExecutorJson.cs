using System.Text.Json.Serialization;
using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;

namespace Mullion.Remote.Protocol;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(ClientFrame))]
[JsonSerializable(typeof(ServerFrame))]
[JsonSerializable(typeof(PutBody))]
[JsonSerializable(typeof(EndBody))]
[JsonSerializable(typeof(CancelBody))]
[JsonSerializable(typeof(AttachBody))]
[JsonSerializable(typeof(AttachResult))]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(HostFacts))]
[JsonSerializable(typeof(JournalView))]
[JsonSerializable(typeof(Blueprint))]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(ApplyRequest))]
[JsonSerializable(typeof(TakeBackRequest))]
[JsonSerializable(typeof(JournalRecord))]
[JsonSerializable(typeof(SegmentResult))]
internal sealed partial class ExecutorJson : JsonSerializerContext;
