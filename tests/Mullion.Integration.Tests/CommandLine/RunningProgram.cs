using System.Diagnostics;
using System.Text;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>A run of the program that is under way; its progress, on stderr, can be waited for.</summary>
internal sealed class RunningProgram
{
    private readonly Process process;
    private readonly string words;
    private readonly Lock gate = new();
    private readonly StringBuilder errors = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> waiting = [];
    private readonly TaskCompletionSource errorsEnded = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public RunningProgram(ProcessStartInfo start, string words)
    {
        this.words = words;
        process =
            Process.Start(start)
            ?? throw new InvalidOperationException($"{start.FileName} did not start");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += (_, line) => OnLine(line.Data);
        process.BeginErrorReadLine();
        Ends = EndAsync(output);
    }

    /// <summary>The run, once it is over.</summary>
    public Task<ProgramRun> Ends { get; }

    /// <summary>As Ctrl-C does.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Ends when a line of stderr has contained a text; fails when the program ended before.</summary>
    public Task SaysAsync(string text)
    {
        lock (gate)
        {
            if (errors.ToString().Contains(text, StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((text, seen));
            return seen.Task;
        }
    }

    private void OnLine(string? line)
    {
        lock (gate)
        {
            errors.AppendLine(line);
            foreach (var (text, seen) in waiting)
            {
                if (line is null)
                {
                    seen.TrySetException(
                        new InvalidOperationException($"Never said \"{text}\":\n{errors}")
                    );
                }
                else if (line.Contains(text, StringComparison.Ordinal))
                {
                    seen.TrySetResult();
                }
            }
        }

        if (line is null)
        {
            errorsEnded.TrySetResult();
        }
    }

    private async Task<ProgramRun> EndAsync(Task<string> output)
    {
        var said = await output;
        await errorsEnded.Task;
        await process.WaitForExitAsync();
        var run = new ProgramRun(words, process.ExitCode, said, errors.ToString());
        process.Dispose();
        return run;
    }
}
