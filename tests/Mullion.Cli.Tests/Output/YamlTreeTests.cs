using System.Text.Json.Nodes;
using Mullion.Cli.Output;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mullion.Cli.Tests.Output;

public class YamlTreeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("True")]
    [InlineData("no")]
    [InlineData("~")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData(".inf")]
    [InlineData("-5")]
    [InlineData("a: b")]
    [InlineData("# no comment")]
    [InlineData("- no list")]
    [InlineData("*alias")]
    [InlineData("&anchor")]
    [InlineData("!tag")]
    [InlineData("{ a")]
    [InlineData("[ a")]
    [InlineData("%x")]
    [InlineData("@x")]
    [InlineData("`x")]
    [InlineData(" lead and trail ")]
    [InlineData("two\nlines\n")]
    [InlineData("C:\\docker\\dockerd.exe \"--run\"")]
    [InlineData("old → new")]
    [InlineData("tab\there, bell\a")]
    public void A_text_stays_the_text_it_was(string text)
    {
        var tree = new JsonObject { ["value"] = text, [text] = "key" };

        var root = (YamlMappingNode)Read(tree);

        var value = (YamlScalarNode)root.Children["value"];
        value.Value.ShouldBe(text);
        root.Children.Keys.Cast<YamlScalarNode>().ShouldContain(k => k.Value == text);
        if (text is "" or "null" or "True" or "no" or "~" or "1e3" or "0x10" or ".inf" or "-5")
        {
            value.Style.ShouldBe(ScalarStyle.DoubleQuoted);
        }
    }

    [Fact]
    public void Numbers_truth_and_nothing_stay_plain()
    {
        var text = Write(
            new JsonObject
            {
                ["number"] = 5,
                ["truth"] = true,
                ["nothing"] = null,
                ["list"] = new JsonArray(1, new JsonObject()),
                ["none"] = new JsonArray(),
            }
        );

        text.ShouldBe("number: 5\ntruth: true\nnothing: null\nlist:\n- 1\n- {}\nnone: []\n");
    }

    private static YamlNode Read(JsonNode tree)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Write(tree)));
        return stream.Documents.ShouldHaveSingleItem().RootNode;
    }

    private static string Write(JsonNode tree)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        YamlTree.Write(writer, tree);
        return writer.ToString();
    }
}
