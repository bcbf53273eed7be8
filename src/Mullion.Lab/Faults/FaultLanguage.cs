using System.Globalization;
using Mullion.Core;
using Mullion.Simulation.Faults;

namespace Mullion.Lab.Faults;

/// <summary>
/// The words of <c>mullion lab fault</c>.
/// </summary>
/// <remarks>
/// <code>
/// services.start docker: error 1053 x2      an operation, perhaps its target: what happens, how often
/// files.write *.new: disk-full always       * stands for anything, at the beginning or end
/// downloads.fetch: truncate #2              the second such operation
/// power-cut at 57                           at the 57th operation since the host was made
/// timeout in 10                             at the 10th operation from now
/// power-cut before files.move               before, within or after an operation
/// disk-full                                 at the next operation that it can hit
/// seed 42                                   a schedule of three faults from a seed
/// clear                                     nothing more goes wrong
/// </code>
/// </remarks>
public static class FaultLanguage
{
    /// <summary>What <c>seed N</c> makes: so many faults …</summary>
    public const int SeedFaults = 3;

    /// <summary>… within so many operations from now.</summary>
    public const int SeedOperations = 300;

    private static readonly Dictionary<string, FaultKind> Kinds = new(StringComparer.Ordinal)
    {
        ["error"] = FaultKind.Error,
        ["timeout"] = FaultKind.Timeout,
        ["lost-answer"] = FaultKind.LostAnswer,
        ["slow"] = FaultKind.Slow,
        ["disk-full"] = FaultKind.DiskFull,
        ["truncate"] = FaultKind.Truncate,
        ["connection-loss"] = FaultKind.ConnectionLoss,
        ["power-cut"] = FaultKind.PowerCutWithin,
        ["power-cut-before"] = FaultKind.PowerCutBefore,
        ["power-cut-after"] = FaultKind.PowerCutAfter,
    };

    /// <summary>Reads a text. An empty list means: clear.</summary>
    /// <param name="text">The words.</param>
    /// <param name="operations">Operations on the host so far, from which <c>in</c> and <c>seed</c> count.</param>
    /// <exception cref="MullionException">They say nothing that can go wrong.</exception>
    public static IReadOnlyList<Fault> Parse(string text, int operations)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var words = Words(colon < 0 ? text : text[(colon + 2)..]);
        if (colon >= 0)
        {
            return [On(text, Words(text[..colon]), words)];
        }

        return words switch
        {
            ["clear"] => [],
            ["seed", var seed] => Seeded(Number(text, seed), operations),
            ["power-cut", "before" or "within" or "after", _, ..] => [Cut(text, words)],
            [] => throw Refusal(text, "nothing is said"),
            _ => [Tail(text, Fresh(text, words[0]), words.Skip(1), operations)],
        };
    }

    /// <summary>A fault in these words.</summary>
    public static string Describe(Fault fault)
    {
        var kind = Kinds.First(k => k.Value == fault.Kind).Key;
        var code = fault.Code is { } c ? $" {c}" : "";
        var times = fault.Times switch
        {
            null => " always",
            1 => "",
            var n => $" x{n}",
        };
        var which = fault.Occurrence == 1 ? "" : $" #{fault.Occurrence}";
        var target = fault.Target == "*" ? "" : $" {fault.Target}";
        return fault.Number is { } number
            ? $"{kind}{code} at {number}"
            : $"{fault.Operation}{target}: {kind}{code}{which}{times}";
    }

    private static Fault On(string text, List<string> place, List<string> what)
    {
        if (place.Count == 0 || what.Count == 0)
        {
            throw Refusal(text, "an operation stands before the colon, and what happens after it");
        }

        var fault = Fresh(text, what[0]) with
        {
            Operation = Operation(text, place[0]),
            Target = place.Count > 1 ? string.Join(' ', place.Skip(1)) : "*",
        };
        return Tail(text, fault, what.Skip(1), operations: null);
    }

    private static Fault Cut(string text, List<string> words)
    {
        var kind = words[1] switch
        {
            "before" => FaultKind.PowerCutBefore,
            "after" => FaultKind.PowerCutAfter,
            _ => FaultKind.PowerCutWithin,
        };
        var rest = words.Skip(3).TakeWhile(w => !IsModifier(w)).ToList();
        var fault = new Fault(kind)
        {
            Operation = Operation(text, words[2]),
            Target = rest.Count > 0 ? string.Join(' ', rest) : "*",
        };
        return Tail(text, fault, words.Skip(3 + rest.Count), operations: null);
    }

    private static Fault Fresh(string text, string kind) =>
        Kinds.TryGetValue(kind, out var known)
            ? new Fault(known)
            : throw Refusal(
                text,
                $"\"{kind}\" is nothing that can go wrong; there is {string.Join(", ", Kinds.Keys)}"
            );

    private static Fault Tail(string text, Fault fault, IEnumerable<string> words, int? operations)
    {
        var rest = new Queue<string>(words);
        while (rest.TryDequeue(out var word))
        {
            fault = word switch
            {
                "always" => fault with { Times = null },
                "at" when operations is not null && rest.TryDequeue(out var n) => fault with
                {
                    Number = Number(text, n),
                },
                "in" when operations is not null && rest.TryDequeue(out var n) => fault with
                {
                    Number = operations + Number(text, n),
                },
                "seed" when rest.TryDequeue(out var n) => fault with { Seed = Number(text, n) },
                ['x', .. var n] when n.Length > 0 => fault with { Times = Number(text, n) },
                ['#', .. var n] when n.Length > 0 => fault with { Occurrence = Number(text, n) },
                _ when fault is { Kind: FaultKind.Error, Code: null } => fault with
                {
                    Code = Code(text, word),
                },
                _ => throw Refusal(text, $"\"{word}\" has no meaning here"),
            };
        }

        return fault;
    }

    private static IReadOnlyList<Fault> Seeded(int seed, int operations) =>
        [
            .. FaultPlan
                .FromSeed(seed, SeedFaults, SeedOperations)
                .Faults.Select(f => f with { Number = f.Number + operations }),
        ];

    private static string Operation(string text, string name) =>
        name == "*"
        || FaultOperations.All.Contains(name)
        || (
            name.EndsWith(".*", StringComparison.Ordinal)
            && FaultOperations.All.Any(o => o.StartsWith(name[..^1], StringComparison.Ordinal))
        )
            ? name
            : throw Refusal(
                text,
                $"there is no operation {name}; there is {string.Join(", ", FaultOperations.Alike(name))}"
            );

    private static bool IsModifier(string word) =>
        word is "always" or "seed"
        || (word.Length > 1 && word[0] is 'x' or '#' && word[1..].All(char.IsAsciiDigit));

    private static int Number(string text, string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refusal(text, $"\"{word}\" is no number");

    /// <summary>Decimal, or as Windows writes HRESULTs.</summary>
    private static int Code(string text, string word) =>
        word.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        && uint.TryParse(
            word[2..],
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var hex
        )
            ? unchecked((int)hex)
            : Number(text, word);

    private static List<string> Words(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static MullionException Refusal(string text, string why) =>
        new(
            $"The fault \"{text}\" is not understood: {why}.",
            "Write for instance: services.start docker: error 1053 x2; power-cut at 57; power-cut before files.move; disk-full; seed 42; clear."
        );
}
