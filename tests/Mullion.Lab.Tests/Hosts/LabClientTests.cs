using System.Net.Sockets;
using Mullion.Core;
using Mullion.Testing;

namespace Mullion.Lab.Tests.Hosts;

/// <summary>What a lab that is not well makes of a request.</summary>
public sealed class LabClientTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lab-").FullName;
    private readonly ManualClock _clock = new();
    private readonly Socket _lab = new(
        AddressFamily.Unix,
        SocketType.Stream,
        ProtocolType.Unspecified
    );

    private readonly LabFolder _folder;
    private readonly LabClient _client;

    public LabClientTests()
    {
        _folder = new LabFolder(Path.Combine(_root, "lab"));
        _folder.Create();
        _client = new LabClient(_folder, _clock);
        _lab.Bind(new UnixDomainSocketEndPoint(_folder.ControlSocket));
        _lab.Listen();
    }

    [Fact]
    public async Task One_that_never_answers_is_not_waited_for_for_ever()
    {
        var asking = _client.FindAsync(default);

        await _clock.PassAsync(TimeSpan.FromSeconds(10));

        var failed = await Should.ThrowAsync<MullionException>(asking);
        failed.Message.ShouldBe($"The lab in {_folder} does not answer within 10 s.");
        failed.Fix!.ShouldContain("end its process yourself");
    }

    [Fact]
    public async Task One_that_ends_before_it_answers_does_not_run()
    {
        var asking = _client.FindAsync(default);

        (await _lab.AcceptAsync()).Dispose();

        (await asking).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_answers_something_else_is_named()
    {
        var asking = _client.FindAsync(default);

        using (var connection = await _lab.AcceptAsync())
        {
            await connection.ReceiveAsync(new byte[4096]);
            await connection.SendAsync("HTTP/1.1 400 Bad Request"u8.ToArray());
        }

        var failed = await Should.ThrowAsync<MullionException>(asking);
        failed.Message.ShouldStartWith($"The lab in {_folder} does not answer as a lab does: ");
    }

    public void Dispose()
    {
        _lab.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
