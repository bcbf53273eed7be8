using Mullion.Core;
using Mullion.Lab.Faults;
using Mullion.Simulation.Faults;

namespace Mullion.Lab.Tests.Faults;

public sealed class FaultLanguageTests
{
    public static TheoryData<string, Fault> Known =>
        new()
        {
            {
                "services.start docker: error 1053 x2",
                new(FaultKind.Error)
                {
                    Operation = "services.start",
                    Target = "docker",
                    Code = 1053,
                    Times = 2,
                }
            },
            {
                "engine.join: error 0x800F080C",
                new(FaultKind.Error)
                {
                    Operation = "engine.join",
                    Code = unchecked((int)0x800F080C),
                }
            },
            {
                @"files.write C:\Program Files\*: disk-full always",
                new(FaultKind.DiskFull)
                {
                    Operation = "files.write",
                    Target = @"C:\Program Files\*",
                    Times = null,
                }
            },
            {
                "downloads.fetch: truncate #2",
                new(FaultKind.Truncate) { Operation = "downloads.fetch", Occurrence = 2 }
            },
            {
                "files.*: timeout",
                new(FaultKind.Timeout) { Operation = "files.*" }
            },
            {
                "power-cut at 57",
                new(FaultKind.PowerCutWithin) { Number = 57 }
            },
            {
                "timeout in 10",
                new(FaultKind.Timeout) { Number = 110 }
            },
            {
                "power-cut before files.move",
                new(FaultKind.PowerCutBefore) { Operation = "files.move" }
            },
            {
                @"power-cut after files.move *\dockerd.exe #2 seed 9",
                new(FaultKind.PowerCutAfter)
                {
                    Operation = "files.move",
                    Target = @"*\dockerd.exe",
                    Occurrence = 2,
                    Seed = 9,
                }
            },
            { "disk-full", new(FaultKind.DiskFull) },
            { "connection-loss", new(FaultKind.ConnectionLoss) },
        };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_fault_is_understood(string text, Fault fault) =>
        FaultLanguage.Parse(text, operations: 100).ShouldBe([fault]);

    [Theory]
    [InlineData("services.start docker: error 1053 x2")]
    [InlineData("files.write *: disk-full always")]
    [InlineData("downloads.fetch: truncate #2")]
    [InlineData("files.move *.exe: power-cut-after")]
    [InlineData("power-cut at 57")]
    public void What_is_listed_can_be_said_again(string text)
    {
        var fault = FaultLanguage.Parse(text, 0).Single();

        FaultLanguage.Parse(FaultLanguage.Describe(fault), 0).ShouldBe([fault]);
    }

    [Fact]
    public void A_seed_gives_the_same_schedule_from_now_on()
    {
        var once = FaultLanguage.Parse("seed 42", 1000);

        once.ShouldBe(FaultLanguage.Parse("seed 42", 1000));
        once.Count.ShouldBe(FaultLanguage.SeedFaults);
        once.ShouldAllBe(f => f.Number > 1000 && f.Number <= 1000 + FaultLanguage.SeedOperations);
    }

    [Fact]
    public void Clear_is_nothing() => FaultLanguage.Parse("clear", 0).ShouldBeEmpty();

    [Theory]
    [InlineData("", "nothing is said")]
    [InlineData("explode", "\"explode\" is nothing that can go wrong")]
    [InlineData(
        "services.strt docker: error",
        "there is no operation services.strt; there is services.configure"
    )]
    [InlineData("disk.write: error", "there is no operation disk.write; there is downloads.*")]
    [InlineData("power-cut at noon", "\"noon\" is no number")]
    [InlineData("power-cut before lunch", "there is no operation lunch")]
    [InlineData("services.start docker: error 1053 twice", "\"twice\" has no meaning here")]
    [InlineData("services.start docker: timeout at 5", "\"at\" has no meaning here")]
    [InlineData("services.start: ", "an operation stands before the colon")]
    [InlineData("seed x", "\"x\" is no number")]
    public void Nonsense_is_refused_with_the_reason(string text, string reason)
    {
        var refused = Should.Throw<MullionException>(() => FaultLanguage.Parse(text, 0));

        refused.Message.ShouldStartWith($"The fault \"{text}\" is not understood: {reason}");
        refused.Fix!.ShouldContain("power-cut at 57");
    }
}
