using System.Text;
using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Specs;

public class HostileFileTests
{
    [Fact]
    public void A_file_of_100_MB_is_refused_without_being_read()
    {
        var stream = new EndlessStream(length: 100 * 1024 * 1024);

        ClusterSpecLoader
            .Load(stream, "big.yaml")
            .Errors.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe(
                "big.yaml: the file is larger than 16 MB. Check that this is the file you meant; 5,000 nodes take about 2 MB."
            );

        stream.BytesRead.ShouldBe(0);
    }

    [Fact]
    public void A_device_that_tells_no_length_is_read_no_further_than_the_limit()
    {
        var stream = new EndlessStream(length: null);

        ClusterSpecLoader
            .Load(stream, "zero")
            .Errors.ShouldHaveSingleItem()
            .Reason.ShouldBe("the file is larger than 16 MB");

        stream.BytesRead.ShouldBeLessThan(17 * 1024 * 1024);
    }

    [Fact]
    public void An_alias_bomb_is_refused_line_by_line()
    {
        var bomb = """
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            """;

        var errors = Spec.Load(bomb).Errors;

        errors.Count(error => error.Reason == "anchors are not supported").ShouldBe(3);
        errors.Count(error => error.Reason == "aliases are not supported").ShouldBe(18);
        errors.First(error => error.Value == "*a").Path.ShouldBe("b[0]");
    }

    [Theory]
    [InlineData("a: b\nc: d\0e", 2, 5, "the file contains the control character U+0000")]
    [InlineData("a: \u001b[31m", 1, 4, "the file contains the control character U+001B")]
    [InlineData("é: \u007f", 1, 4, "the file contains the control character U+007F")]
    public void Control_characters_are_refused_at_their_place(
        string text,
        int line,
        int column,
        string reason
    )
    {
        var error = Spec.Load(text).Errors.ShouldHaveSingleItem();

        (error.Line, error.Column, error.Reason).ShouldBe((line, column, reason));
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x3A, 0x0A, 0xC3, 0xA9, 0xFF, 0x62 }, 2, 2, "0xFF")]
    [InlineData(new byte[] { 0xC3 }, 1, 1, "0xC3")]
    [InlineData(new byte[] { 0x61, 0xED, 0xA0, 0x80 }, 1, 2, "0xED")]
    public void Bytes_that_are_no_UTF8_are_refused_at_their_place(
        byte[] bytes,
        int line,
        int column,
        string named
    )
    {
        var error = Spec.Load(bytes).Errors.ShouldHaveSingleItem();

        (error.Line, error.Column).ShouldBe((line, column));
        error.Reason.ShouldBe($"the file is not UTF-8: byte {named} does not belong there");
    }

    [Fact]
    public void Bad_bytes_behind_the_first_buffer_are_found()
    {
        var good = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("# é\n", 5000)));

        Spec.Load([.. good, 0xFF]).Errors.ShouldHaveSingleItem().Line.ShouldBe(5001);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void UTF16_is_called_by_its_name(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding);

        Spec.Load([.. bytes.GetPreamble(), .. bytes.GetBytes(Spec.Minimal)])
            .Errors.ShouldHaveSingleItem()
            .Reason.ShouldBe("the file is UTF-16");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a:\n")]
    public void Deep_nesting_is_refused(string unit)
    {
        var text =
            unit == "a:\n"
                ? string.Concat(
                    Enumerable.Range(0, 5000).Select(depth => new string(' ', depth) + unit)
                )
                : string.Concat(Enumerable.Repeat(unit, 1_000_000));

        Spec.Load(text)
            .Errors.ShouldHaveSingleItem()
            .Reason.ShouldBe("values are nested deeper than 32 levels");
    }

    [Fact]
    public void More_values_than_any_cluster_has_are_refused() =>
        Spec.Load(string.Concat(Enumerable.Repeat("-\n", 500_001)))
            .Errors.ShouldHaveSingleItem()
            .Reason.ShouldBe("the file has more than 500,000 values");

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public void An_empty_file_says_so(string text) =>
        Spec.Load(text).Errors.ShouldHaveSingleItem().Reason.ShouldBe("the file is empty");

    [Fact]
    public void A_second_document_is_refused_at_its_begin()
    {
        var error = Spec.Load(Spec.Minimal + "\n---\n" + Spec.Minimal)
            .Errors.ShouldHaveSingleItem();

        error.Reason.ShouldBe("a second YAML document begins here");
        error.Line.ShouldBe(6);
    }

    [Theory]
    [InlineData("metadata:\n\tname: shop", 2)]
    [InlineData("metadata:\n  name: shop\n\tkind: Cluster", 3)]
    public void A_tab_for_indentation_is_called_a_tab(string text, int line)
    {
        var error = Spec.Load(text).Errors.ShouldHaveSingleItem();

        error.Reason.ShouldBe("a tab is used for indentation");
        error.Line.ShouldBe(line);
    }

    [Theory]
    [InlineData("a: b: c")]
    [InlineData("a: [1, 2")]
    [InlineData("a: \"open")]
    [InlineData("a: \"\\U99999999\"")]
    [InlineData("a: \"\\ud800\"")]
    [InlineData("%YAML 99999999999999999999.1\n--- a")]
    [InlineData("@")]
    public void Broken_YAML_is_one_error_with_a_place(string text)
    {
        var error = Spec.Load(text).Errors.ShouldHaveSingleItem();

        error.Reason.ShouldStartWith("this is not valid YAML");
        error.Line.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("? [a, b]\n: c", "a key is a list")]
    [InlineData("? {a: b}\n: c", "a key is a mapping of keys to values")]
    [InlineData("a: 1\na: 2", "the key stands here twice; first on line 1")]
    [InlineData("a: !!int 1", "tags are not supported")]
    [InlineData("<<: {a: b}", "the key is unknown")]
    public void YAML_that_a_spec_does_not_need_is_refused(string text, string reason) =>
        Spec.Load(text).Errors.ShouldContain(error => error.Reason == reason);

    [Fact]
    public void Many_keys_in_one_mapping_stay_linear_and_are_checked_for_doubles()
    {
        var labels = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"\n      k{i}: v"));

        var error = Spec.Load(Spec.Node("labels:") + labels + "\n      k7777: w")
            .Errors.ShouldHaveSingleItem();

        error.Path.ShouldBe("nodes[0].labels.k7777");
        error.Reason.ShouldBe("the key stands here twice; first on line 7786");
    }

    private sealed class EndlessStream(long? length) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => length is not null;

        public override bool CanWrite => false;

        public override long Length => length ?? throw new NotSupportedException();

        public override long Position
        {
            get => BytesRead;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'#');
            BytesRead += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) =>
            throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new NotSupportedException();
    }
}
