using Mullion.Core.Resources.DaemonSettings;

namespace Mullion.Core.Tests.Resources;

/// <summary>The command line of the engine's service changed setting by setting: the rest stays, to the letter.</summary>
public sealed class ServiceArgumentsTests
{
    private const string Program = "\"C:\\Program Files\\docker\\dockerd.exe\"";
    private static readonly EngineKey Hosts = EngineKeys.All["hosts"];
    private static readonly EngineKey Debug = EngineKeys.All["debug"];
    private static readonly EngineKey Level = EngineKeys.All["log-level"];

    [Theory]
    [InlineData("-H npipe:// --run-service", "[\"npipe://\"]")]
    [InlineData("--run-service -H npipe:// -H 0.0.0.0:2376", "[\"npipe://\",\"0.0.0.0:2376\"]")]
    [InlineData("--host=npipe:// --run-service --host tcp://a:1", "[\"npipe://\",\"tcp://a:1\"]")]
    [InlineData("-Hnpipe://", "[\"npipe://\"]")]
    [InlineData("-H \"npipe://\"", "[\"npipe://\"]")]
    public void Hosts_are_read_however_they_are_written(string arguments, string json) =>
        new ServiceArguments($"{Program} {arguments}").Json(Hosts).ShouldBe(json);

    [Theory]
    [InlineData("--debug", "true")]
    [InlineData("-D", "true")]
    [InlineData("--debug=false", "false")]
    [InlineData("-D --debug=false", "false")]
    [InlineData("--debug --run-service", "true")]
    public void A_switch_needs_no_value(string arguments, string json) =>
        new ServiceArguments($"{Program} {arguments}").Json(Debug).ShouldBe(json);

    [Theory]
    [InlineData("C:\\Program Files\\docker\\dockerd.exe --run-service  -H   npipe:// ")]
    [InlineData("\"C:\\x\\dockerd.exe\"  --run-service --config-file \"C:\\a b\\d.json\"\t--debug")]
    [InlineData("dockerd.exe")]
    public void What_is_not_changed_stays_to_the_letter(string line)
    {
        var arguments = new ServiceArguments(line);
        arguments.ToString().ShouldBe(line.TrimEnd());

        arguments.Put(Level, "--log-level=warn");
        arguments.ToString().ShouldBe(line.TrimEnd() + " --log-level=warn");
        arguments.Remove(Level);
        arguments.ToString().ShouldBe(line.TrimEnd());
    }

    [Fact]
    public void A_list_grows_where_it_is_and_shrinks_back()
    {
        const string before = $"{Program} -H npipe:// --run-service --label a=b";
        var arguments = new ServiceArguments(before);

        arguments.Put(Hosts, "-H npipe:// -H tcp://0.0.0.0:2376");
        arguments
            .ToString()
            .ShouldBe($"{Program} -H npipe:// -H tcp://0.0.0.0:2376 --run-service --label a=b");
        arguments[Hosts].ShouldBe("-H npipe:// -H tcp://0.0.0.0:2376");

        arguments.Put(Hosts, "-H npipe://");
        arguments.ToString().ShouldBe(before);
    }

    [Theory]
    [InlineData("--config-file=C:\\d.json", "C:\\d.json")]
    [InlineData("--config-file \"C:\\a b\\d.json\" --debug", "C:\\a b\\d.json")]
    [InlineData("--debug", null)]
    public void The_file_that_they_name(string arguments, string? file) =>
        new ServiceArguments($"{Program} {arguments}").ConfigFile.ShouldBe(file);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("C:\\a b\\", "\"C:\\a b\\\\\"")]
    [InlineData("", "\"\"")]
    public void A_word_is_quoted_as_Windows_reads_it(string text, string raw)
    {
        WindowsCommandLine.Quote(text).Raw.ShouldBe(raw);
        WindowsCommandLine
            .Parse($"x.exe {raw} more")
            .Arguments.Select(a => a.Text)
            .ShouldBe([text, "more"]);
    }

    [Theory]
    [InlineData("hosts", "[\"npipe://\", \"tcp://a:1\"]", "-H npipe:// -H tcp://a:1")]
    [InlineData("tlsverify", "true", "--tlsverify")]
    [InlineData("tlsverify", "false", "--tlsverify=false")]
    [InlineData("mtu", "1400", "--mtu=1400")]
    [InlineData("log-opts", "{\"max-size\": \"10m\"}", "--log-opt=max-size=10m")]
    [InlineData("tlscacert", "\"C:\\\\a b\\\\ca.pem\"", "\"--tlscacert=C:\\a b\\ca.pem\"")]
    public void A_value_becomes_arguments_and_comes_back(string name, string json, string arguments)
    {
        var key = EngineKeys.All[name];

        string.Join(' ', EngineValue.ToArguments(key, json).Select(w => w.Raw)).ShouldBe(arguments);
        EngineValue
            .Same(key, new ServiceArguments($"x.exe {arguments}").Json(key), json)
            .ShouldBeTrue();
    }

    [Theory]
    [InlineData("hosts", "[\"0.0.0.0:2376\"]", "[\"tcp://0.0.0.0:2376\"]", true)]
    [InlineData("hosts", "[\"npipe://\",\"tcp://a:1\"]", "[\"tcp://a:1\",\"npipe://\"]", false)]
    [InlineData("debug", "true", " true", true)]
    [InlineData("debug", "true", "\"true\"", true)]
    [InlineData("log-opts", "{\"a\":\"1\",\"b\":\"2\"}", "{\"b\":\"2\",\"a\":\"1\"}", true)]
    [InlineData("log-level", "\"warn\"", "\"info\"", false)]
    public void Whether_two_values_mean_the_same(string name, string a, string b, bool same) =>
        EngineValue.Same(EngineKeys.All[name], a, b).ShouldBe(same);
}
