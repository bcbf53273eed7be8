using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Mullion.Cli.Hosting;
using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.Hosting;

public class InterruptsTests
{
    [Fact]
    public void The_first_asks_for_a_stop_and_the_second_ends_at_once()
    {
        var exits = new List<int>();
        using var interrupts = new Interrupts(exits.Add);
        var first = new PosixSignalContext(PosixSignal.SIGINT);

        interrupts.OnSignal(first);

        first.Cancel.ShouldBeTrue();
        interrupts.Token.IsCancellationRequested.ShouldBeTrue();
        exits.ShouldBeEmpty();

        interrupts.OnSignal(new PosixSignalContext(PosixSignal.SIGTERM));

        exits.ShouldBe([130]);
    }

    /// <summary>The real program, waiting for a manager that accepts the connection and says nothing.</summary>
    [Fact]
    public async Task The_program_stops_waiting_and_ends_with_130()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var lab = new CliLab();
        var socket = Path.Combine(lab.Folder, "m.sock");
        using var manager = new Socket(
            AddressFamily.Unix,
            SocketType.Stream,
            ProtocolType.Unspecified
        );
        manager.Bind(new UnixDomainSocketEndPoint(socket));
        manager.Listen();
        await File.WriteAllTextAsync(
            lab.Spec,
            (await File.ReadAllTextAsync(lab.Spec)).Replace("/var/run/docker.sock", socket)
        );
        using var program = Process.Start(
            new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mullion"))
            {
                ArgumentList = { "plan", "-f", lab.Spec, "-o", "json" },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        using var asked = await manager.AcceptAsync();

        using var kill = Process.Start(
            "kill",
            ["-INT", program.Id.ToString(CultureInfo.InvariantCulture)]
        );
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        program.ExitCode.ShouldBe(130);
        output.ShouldContain("Interrupted; nothing was changed.");
    }
}
