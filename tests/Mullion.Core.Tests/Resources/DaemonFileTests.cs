using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mullion.Core.Resources.DaemonSettings;
using Mullion.Simulation;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Resources;

/// <summary>A <c>daemon.json</c> changed key by key: what is not ours stays, to the byte.</summary>
public sealed class DaemonFileTests
{
    private const string Path = @"C:\daemon.json";

    [Theory]
    [InlineData("{\n  \"a\": 1\n}\n", "{\n  \"a\": 1,\n  \"debug\": true\n}\n")]
    [InlineData("{\r\n\t\"a\": 1\r\n}", "{\r\n\t\"a\": 1,\r\n\t\"debug\": true\r\n}")]
    [InlineData("{\"a\":1}", "{\"a\":1, \"debug\": true}")]
    [InlineData("{}", "{\"debug\": true}")]
    [InlineData("{\n}\n", "{\n  \"debug\": true\n}\n")]
    [InlineData("", "{\n  \"debug\": true\n}\n")]
    [InlineData(
        "{\n  // why\n  \"a\": 1, // because\n}",
        "{\n  // why\n  \"a\": 1,\n  \"debug\": true, // because\n}"
    )]
    [InlineData(
        "{\n  \"debug\": /* no */ false,\n  \"a\": 1\n}",
        "{\n  \"debug\": /* no */ true,\n  \"a\": 1\n}"
    )]
    public void A_key_is_put(string before, string after) =>
        Change(before, f => f.Put("debug", "true")).ShouldBe(after);

    [Theory]
    [InlineData("{\"debug\": true}", "{}")]
    [InlineData("{\n  \"debug\": true,\n  \"a\": 1\n}", "{\n  \"a\": 1\n}")]
    [InlineData("{\n  \"a\": 1,\n  \"debug\": true\n}", "{\n  \"a\": 1\n}")]
    [InlineData("{\n  \"a\": 1\n}", "{\n  \"a\": 1\n}")]
    public void A_key_is_removed(string before, string after) =>
        Change(before, f => f.Remove("debug")).ShouldBe(after);

    [Fact]
    public void What_is_put_and_removed_leaves_no_trace() =>
        Prop.ForAll(
                Files().ToArbitrary(),
                before =>
                {
                    Change(
                            before,
                            f =>
                            {
                                f.Put("debug", "true");
                                f.Put("hosts", "[\"npipe://\"]");
                                f.Put("debug", "false");
                                f.Remove("debug");
                                f.Remove("hosts");
                            }
                        )
                        .ShouldBe(before);
                }
            )
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_value_is_put_back_as_it_stood() =>
        Prop.ForAll(
                Files().ToArbitrary(),
                before =>
                {
                    Change(
                            before,
                            f =>
                            {
                                var was = f["a"];
                                f.Put("a", "[1, 2]");
                                if (was is null)
                                {
                                    f.Remove("a");
                                }
                                else
                                {
                                    f.Put("a", was);
                                }
                            }
                        )
                        .ShouldBe(before);
                }
            )
            .Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void The_byte_order_mark_stays(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var host = Host([.. encoding.GetPreamble(), .. encoding.GetBytes("{\"a\": \"ä\"}")]);

        var file = DaemonFile.Load(host.Files, Path);
        file["a"].ShouldBe("\"ä\"");
        file.Put("debug", "true");

        file.ToArray()
            .ShouldBe([
                .. encoding.GetPreamble(),
                .. encoding.GetBytes("{\"a\": \"ä\", \"debug\": true}"),
            ]);
    }

    [Theory]
    [InlineData("[]", "it is no JSON object")]
    [InlineData("{\"a\": 1,\n \"b\" 2}", "line 2, column 6 is no JSON")]
    [InlineData("{\"a\": 1, \"a\": 2}", "it has the key a twice")]
    [InlineData("{\"a\": 1", "is no JSON")]
    [InlineData("{} {}", "is no JSON")]
    public void What_cannot_be_changed_says_where_and_why(string text, string reason)
    {
        var error = Should.Throw<MullionException>(() => Change(text, _ => { }));

        error.Message.ShouldStartWith($"{Path} cannot be changed: ");
        error.Message.ShouldContain(reason);
        error.Fix.ShouldNotBeNull();
    }

    /// <summary>Files as people write them: one line or many, with comments, trailing commas, any line end.</summary>
    private static Gen<string> Files() =>
        from keys in Gen.Choose(0, 4)
        from lines in Gen.Elements(true, false)
        from crlf in Gen.Elements(true, false)
        from indent in Gen.Elements("", "  ", "\t")
        from comment in Gen.Elements(true, false)
        from trailing in Gen.Elements(true, false)
        from values in Gen.ListOf(Gen.Elements("1", "\"x\"", "[ 1,2 ]", "{ \"n\": [] }"), keys)
        let end = lines ? (crlf ? "\r\n" : "\n") + indent : ""
        let body = values.Select((v, i) => $"{end}\"{(char)('a' + i)}\" : {v}")
        select "{"
            + string.Join(comment ? ", /* and */" : ",", body)
            + (trailing && keys > 0 ? " ," : "")
            + (lines ? (crlf ? "\r\n" : "\n") : "")
            + "}";

    private static string Change(string text, Action<DaemonFile> change)
    {
        var file = DaemonFile.Load(Host(Encoding.UTF8.GetBytes(text)).Files, Path);
        change(file);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static SimulatedHost Host(byte[] content)
    {
        var host = SimulatedHost.Create(HostTemplates.Bare(20348));
        host.Files.Put(Path, content);
        return host;
    }
}
