using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mullion.Core.Hosts;

namespace Mullion.Simulation.Tests.Files;

/// <summary>
/// Any sequence of file operations and then a power cut leaves only what a disk may leave. The model is written anew here: it
/// keeps, for each path, every content that is allowed.
/// </summary>
public class PowerLossProperties
{
    private static readonly string[] Paths = [@"C:\a", @"C:\b", @"C:\c"];

    private static readonly Gen<Step> Steps =
        from kind in Gen.Choose(0, 4)
        from path in Gen.Elements(Paths)
        from other in Gen.Elements(Paths)
        from length in Gen.Choose(0, 6)
        from letter in Gen.Choose('a', 'z')
        select new Step(kind, path, other, new string((char)letter, length));

    [Fact]
    public void A_power_cut_leaves_only_what_is_allowed() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                (
                    from steps in Gen.ListOf(Steps)
                    from seed in Gen.Choose(0, 1000)
                    select (steps, seed)
                ).ToArbitrary(),
                c => Holds([.. c.steps], c.seed)
            )
        );

    private static bool Holds(IReadOnlyList<Step> steps, int seed)
    {
        var host = Hosts.Bare();
        var model = new Dictionary<string, Model>();
        foreach (var step in steps)
        {
            Apply(host.Files, model, step);
        }

        foreach (var path in Paths)
        {
            var now = model.GetValueOrDefault(path)?.Now;
            if ((host.Files.Find(path) is null ? null : host.Files.ReadAllText(path)) != now)
            {
                return false;
            }
        }

        host.CutPower(seed);
        host.Boot();
        return Paths.All(path =>
            Allowed(
                model.GetValueOrDefault(path),
                host.Files.Find(path) is null ? null : host.Files.ReadAllText(path)
            )
        );
    }

    private static void Apply(IHostFiles files, Dictionary<string, Model> model, Step step)
    {
        var old = model.GetValueOrDefault(step.Path);
        switch (step.Kind)
        {
            case 0:
                files.Write(step.Path, Hosts.Bytes(step.Text));
                model[step.Path] = (old ?? Model.New) with { Now = step.Text, Safe = 0 };
                break;
            case 1:
                files.Append(step.Path, Encoding.UTF8.GetBytes(step.Text));
                model[step.Path] = (old ?? Model.New) with { Now = old?.Now + step.Text };
                break;
            case 2 when old is not null:
                files.Flush(step.Path);
                model[step.Path] = new Model(old.Now, old.Now, old.Now.Length, EntrySafe: true);
                break;
            case 3 when old is not null && step.Path != step.Other:
                files.Move(step.Path, step.Other);
                model.Remove(step.Path);
                model[step.Other] = old with { EntrySafe = true };
                break;
            case 4 when old is not null:
                files.Delete(step.Path);
                model.Remove(step.Path);
                break;
            default:
                break;
        }
    }

    private static bool Allowed(Model? before, string? left)
    {
        if (before is null)
        {
            return left is null;
        }

        if (left is null)
        {
            return !before.EntrySafe;
        }

        if (left == (before.Flushed ?? ""))
        {
            return true;
        }

        var written = left.TrimEnd('\0');
        return before.Now.StartsWith(written, StringComparison.Ordinal)
            && left.Length >= before.Safe
            && (written.Length == left.Length || left.Length == before.Now.Length);
    }

    private sealed record Step(int Kind, string Path, string Other, string Text);

    private sealed record Model(string Now, string? Flushed, int Safe, bool EntrySafe)
    {
        public static readonly Model New = new("", null, 0, EntrySafe: false);
    }
}
