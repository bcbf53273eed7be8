using System.Text;
using Mullion.Core;
using Mullion.Core.Hosts;
using Mullion.Remote.Calling;
using Mullion.Remote.Protocol;
using Mullion.Remote.Tests.Support;
using Mullion.Testing;

namespace Mullion.Remote.Tests;

public sealed class HostileStreamTests
{
    private const string Hello = """{"mullion":"executor","v":1,"version":"0.1.0"}""" + "\n";

    [Fact]
    public async Task Another_version_is_refused_by_the_client_naming_both_and_the_fix()
    {
        var pipe = new DuplexPipe();
        await SayAsync(pipe.Server, """{"mullion":"executor","v":2,"version":"0.9.0"}""" + "\n");

        var refused = await Should.ThrowAsync<ExecutorProtocolException>(ConnectAsync(pipe));

        refused.Message.ShouldBe(
            $"lab:win-1 speaks version 2 of the executor protocol (Mullion 0.9.0); this is Mullion {ExecutorProtocol.Product} and speaks version 1."
        );
        refused.Fix.ShouldBe("Use the same Mullion on both sides: update the older one.");
    }

    [Fact]
    public async Task Another_version_is_refused_by_the_server_naming_both_and_the_fix()
    {
        var answer = await AnswerAsync("""{"mullion":"executor","v":2,"version":"0.9.0"}""" + "\n");

        answer.ShouldContain("speaks version 2 of the executor protocol (Mullion 0.9.0)");
        answer.ShouldContain("\"fix\":\"Use the same Mullion on both sides.\"");
    }

    [Theory]
    [InlineData("Welcome to Ubuntu\n", "\"Welcome to Ubuntu\"")]
    [InlineData("[]\n", "\"[]\"")]
    [InlineData("{}\n", "\"{}\"")]
    [InlineData("\u0007\u001b[2J\n", "\"??[2J\"")]
    public async Task What_is_no_executor_is_quoted(string says, string quoted)
    {
        var pipe = new DuplexPipe();
        await SayAsync(pipe.Server, says);

        var refused = await Should.ThrowAsync<ExecutorProtocolException>(ConnectAsync(pipe));

        refused.Message.ShouldBe(
            $"What answers at lab:win-1 is no Mullion executor: its first line is {quoted}."
        );
    }

    [Fact]
    public async Task A_connection_that_closes_at_once_is_a_lost_host()
    {
        var pipe = new DuplexPipe();
        await pipe.Server.DisposeAsync();

        var lost = await Should.ThrowAsync<HostLostException>(ConnectAsync(pipe));

        lost.Message.ShouldStartWith("lab:win-1 cannot be reached: ");
    }

    [Theory]
    [InlineData("not json\n")]
    [InlineData("{\"id\":\"x\"}\n")]
    [InlineData("null\n")]
    [InlineData("\n")]
    [InlineData("{\"id\":1,\"verb\":\"attach\",\"run\":\"r\",\"body\":7}\n")]
    [InlineData("{\"id\":1,\"verb\":\"attach\",\"run\":\"r\",\"body\":{}}\n")]
    [InlineData("{\"id\":1,\"verb\":\"attach\",\"run\":\"r\",\"body\":{\"calls\":null}}\n")]
    [InlineData("{\"id\":1,\"verb\":\"attach\",\"run\":\"r\",\"body\":{\"calls\":[null]}}\n")]
    [InlineData("{\"id\":1,\"run\":\"r\",\"chunk\":{\"offset\":0,\"data\":null,\"last\":true}}\n")]
    [InlineData("{\"id\":1,\"run\":\"r\",\"chunk\":{\"offset\":0,\"last\":true}}\n")]
    public async Task Garbage_to_the_server_ends_the_connection_with_an_error(string garbage)
    {
        var answer = await AnswerAsync(
            Hello + "{\"id\":1,\"verb\":\"begin\",\"run\":\"r\"}\n" + garbage
        );

        answer.ShouldContain("is no message of the executor protocol");
    }

    [Fact]
    public async Task A_package_that_comes_unasked_ends_the_connection_with_an_error()
    {
        var answer = await AnswerAsync(
            Hello
                + "{\"id\":1,\"verb\":\"begin\",\"run\":\"r\"}\n"
                + "{\"id\":2,\"verb\":\"put\",\"run\":\"r\",\"body\":{\"sha256\":\"aa\"}}\n"
                + $"{{\"id\":2,\"run\":\"r\",\"chunk\":{{\"offset\":0,\"data\":\"{Convert.ToBase64String(new byte[2 << 20])}\"}}}}\n"
        );

        answer.ShouldContain("a chunk reaches beyond the window that was granted");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_server_that_wants_what_is_not_there_fails_the_transfer(int from)
    {
        using var package = new PackageSender(new MemoryStream([1, 2, 3]), _ => { });

        await Should.ThrowAsync<ExecutorProtocolException>(
            package.ServeAsync(new PutWindow(from, 10), package.Connection)
        );
    }

    [Fact]
    public async Task Nothing_is_sent_beyond_the_window()
    {
        List<PutChunk> sent = [];
        using var package = new PackageSender(new MemoryStream(new byte[100]), sent.Add);

        await package.ServeAsync(new PutWindow(0, 30), package.Connection);
        sent.Sum(c => c.Data.Length).ShouldBe(30);
        await package.ServeAsync(new PutWindow(30, 1000), package.Connection);

        sent.Sum(c => c.Data.Length).ShouldBe(100);
        sent.Single(c => c.Last).ShouldBe(sent[^1]);
    }

    [Fact]
    public async Task A_verb_that_nobody_knows_is_an_error_and_the_connection_stays()
    {
        var answer = await AnswerAsync(
            Hello + "{\"id\":1,\"verb\":\"dance\"}\n{\"id\":2,\"verb\":\"facts\"}\n",
            until: "WIN-1"
        );

        answer.ShouldContain("does not know the verb \\u0022dance\\u0022");
    }

    [Fact]
    public async Task An_endless_line_is_refused_in_bounded_memory()
    {
        await using var server = new ExecutorServer(() => new FakeExecutor());
        var endless = new EndlessStream();

        await server.ServeAsync(endless, default);

        endless.Written.ShouldContain(
            $"A line is longer than {ExecutorProtocol.MaxLineBytes} bytes"
        );
        endless.Sent.ShouldBeLessThan(3L * ExecutorProtocol.MaxLineBytes);
    }

    [Fact]
    public async Task A_server_that_keeps_talking_nonsense_is_given_up()
    {
        await using var rig = new Rig();
        var pipes = new List<DuplexPipe>();
        await using var remote = await RemoteExecutor.ConnectAsync(
            "lab:win-1",
            async cancellation =>
            {
                pipes.Add(new DuplexPipe());
                await SayAsync(pipes[^1].Server, pipes.Count == 1 ? Hello : Hello + "nonsense\n");
                return pipes[^1].Client;
            },
            rig.Options(),
            default
        );

        var asking = remote.FactsAsync(default);
        await SayAsync(pipes[0].Server, "nonsense\n");
        var broken = await Should.ThrowAsync<ExecutorProtocolException>(asking);

        broken.Message.ShouldContain("no message of the executor protocol");
        pipes.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Failures_keep_message_and_fix_and_others_are_called_unexpected()
    {
        await using var rig = new Rig();
        rig.Executor.Else = verb =>
            verb switch
            {
                "facts" => throw new MullionException("no such thing: x", "make x"),
                "journal" => throw new InvalidOperationException($"oops {Samples.Secret}"),
                _ => Task.CompletedTask,
            };
        await using var remote = await rig.ConnectAsync();

        var told = await Should.ThrowAsync<MullionException>(remote.FactsAsync(default));
        var defect = await Should.ThrowAsync<MullionException>(remote.JournalAsync(default));

        told.Message.ShouldBe("no such thing: x");
        told.Fix.ShouldBe("make x");
        defect.Message.ShouldStartWith(
            "unexpected failure in the executor: InvalidOperationException: oops"
        );
        defect.Message.ShouldNotContain(Samples.Secret);
    }

    private static Task<RemoteExecutor> ConnectAsync(DuplexPipe pipe) =>
        RemoteExecutor.ConnectAsync(
            "lab:win-1",
            _ => Task.FromResult(pipe.Client),
            new RemoteExecutorOptions { Clock = new ManualClock() },
            default
        );

    private static ValueTask SayAsync(Stream stream, string text) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>All that a server says to a text, until it closes or has said something.</summary>
    private static async Task<string> AnswerAsync(string text, string? until = null)
    {
        var pipe = new DuplexPipe();
        await using var server = new ExecutorServer(() => new FakeExecutor());
        var serving = server.ServeAsync(pipe.Server, default);
        try
        {
            await SayAsync(pipe.Client, text);
        }
        catch (IOException)
        {
            // It may have heard enough before all was said.
        }

        var answer = new StringBuilder();
        var buffer = new byte[4096];
        while (until is null || !answer.ToString().Contains(until))
        {
            int read;
            try
            {
                read = await pipe.Client.ReadAsync(buffer);
            }
            catch (IOException)
            {
                break;
            }

            if (read == 0)
            {
                break;
            }

            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        await pipe.Client.DisposeAsync();
        await serving;
        return answer.ToString();
    }
}
