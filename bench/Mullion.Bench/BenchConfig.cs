using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Mullion.Bench;

/// <summary>
/// A short job: all benchmarks in a few minutes. In this process, because BenchmarkDotNet 0.14 cannot generate projects for .NET 10.
/// </summary>
internal sealed class BenchConfig : ManualConfig
{
    public BenchConfig()
    {
        AddJob(
            Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                .WithIterationTime(TimeInterval.FromMilliseconds(400))
                .WithWarmupCount(5)
                .WithIterationCount(11)
                .WithId("short")
        );
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        HideColumns("Namespace", "Type", "Error", "Gen0", "Gen1", "Gen2");
        // The least says most about a machine on which other work runs.
        AddColumn(StatisticColumn.Min, StatisticColumn.Median);
        AddExporter(MarkdownExporter.GitHub);
        AddLogger(ConsoleLogger.Default);
        // One unit in all rows reads better than the best one of each.
        WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(TimeUnit.Millisecond));
        WithArtifactsPath(Path.Combine("artifacts", "bench"));
        WithOptions(ConfigOptions.JoinSummary);
    }
}
