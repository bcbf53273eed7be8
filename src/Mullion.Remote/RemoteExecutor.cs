using Mullion.Core;
using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Remote.Calling;
using Mullion.Remote.Protocol;

namespace Mullion.Remote;

/// <summary>
/// The executor of another machine. A connection that is lost is made anew, and what happened meanwhile is fetched; see
/// <see cref="ExecutorProtocol"/>.
/// </summary>
/// <remarks>
/// Cancelling a call asks the host to stop at its next safe point and waits for that; only what merely reads is given up at once
/// when there is no connection.
/// </remarks>
public sealed class RemoteExecutor : IExecutor
{
    private readonly CallSession _session;
    private string? _run;

    private RemoteExecutor(CallSession session)
    {
        _session = session;
    }

    /// <summary>Makes the first connection; it is tried once.</summary>
    /// <param name="name">What messages call the host, such as <c>lab:win-1</c>.</param>
    /// <param name="dial">Makes a connection; throws when there is none to be had.</param>
    /// <param name="options">How; null for the usual.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="HostLostException">The host is not there.</exception>
    /// <exception cref="ExecutorProtocolException">What answers is no executor, or one of another version.</exception>
    public static async Task<RemoteExecutor> ConnectAsync(
        string name,
        Func<CancellationToken, Task<Stream>> dial,
        RemoteExecutorOptions? options,
        CancellationToken cancellation
    )
    {
        var session = new CallSession(name, dial, options ?? new RemoteExecutorOptions());
        try
        {
            await session.OpenAsync(cancellation);
        }
        catch (Exception e)
            when (e is not (MullionException or HostLostException or OperationCanceledException))
        {
            throw new HostLostException($"{name} cannot be reached: {e.Message}", e);
        }

        return new RemoteExecutor(session);
    }

    /// <inheritdoc/>
    public Task<HostFacts> FactsAsync(CancellationToken cancellation) =>
        AskAsync<Nothing, HostFacts>(Verb.Facts, null, null, cancellation);

    /// <inheritdoc/>
    public Task<JournalView> JournalAsync(CancellationToken cancellation) =>
        AskAsync<Nothing, JournalView>(Verb.Journal, null, null, cancellation);

    /// <inheritdoc/>
    public Task<Plan> PlanAsync(Blueprint blueprint, CancellationToken cancellation) =>
        AskAsync<Blueprint, Plan>(Verb.Plan, blueprint, null, cancellation);

    /// <inheritdoc/>
    public Task<Plan> PlanRemovalAsync(CancellationToken cancellation) =>
        AskAsync<Nothing, Plan>(Verb.PlanRemoval, null, null, cancellation);

    /// <inheritdoc/>
    public async Task BeginAsync(RunRequest request, CancellationToken cancellation)
    {
        _run = _session.NewRun();
        try
        {
            await DoAsync(Verb.Begin, request, cancellation);
        }
        catch
        {
            EndRun();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task PutPackageAsync(string sha256, Stream content, CancellationToken cancellation)
    {
        var call = _session.NewCall(Verb.Put, Running(), Wire.Element(new PutBody(sha256)), null);
        using var package = new PackageSender(content, chunk => _session.SendChunk(call, chunk));
        call.Package = package;
        await _session.CallAsync(call, cancellation);
    }

    /// <inheritdoc/>
    public Task<SegmentResult> ApplyAsync(
        ApplyRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    )
    {
        Running();
        return AskAsync<ApplyRequest, SegmentResult>(Verb.Apply, request, events, cancellation);
    }

    /// <inheritdoc/>
    public Task<SegmentResult> TakeBackAsync(
        TakeBackRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    )
    {
        Running();
        return AskAsync<TakeBackRequest, SegmentResult>(
            Verb.TakeBack,
            request,
            events,
            cancellation
        );
    }

    /// <inheritdoc/>
    public Task RecordAsync(JournalRecord record, CancellationToken cancellation)
    {
        Running();
        return DoAsync(Verb.Record, record, cancellation);
    }

    /// <inheritdoc/>
    public Task RebootAsync(CancellationToken cancellation) =>
        FinishAsync(Verb.Reboot, new Nothing(), cancellation);

    /// <inheritdoc/>
    public Task EndAsync(string outcome, CancellationToken cancellation) =>
        FinishAsync(Verb.End, new EndBody(outcome), cancellation);

    /// <inheritdoc/>
    public Task CloseAsync(CancellationToken cancellation) =>
        FinishAsync(Verb.Close, new Nothing(), cancellation);

    /// <summary>Gives up a run that was begun and not ended, and closes the connection.</summary>
    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private async Task FinishAsync<TBody>(string verb, TBody body, CancellationToken cancellation)
    {
        Running();
        await DoAsync(verb, body, cancellation);
        EndRun();
    }

    private void EndRun()
    {
        _run = null;
        _session.EndRun();
    }

    private Task DoAsync<TBody>(string verb, TBody body, CancellationToken cancellation) =>
        _session.CallAsync(_session.NewCall(verb, _run, Wire.Element(body), null), cancellation);

    private async Task<TResult> AskAsync<TBody, TResult>(
        string verb,
        TBody? body,
        IProgress<NodeEvent>? events,
        CancellationToken cancellation
    )
        where TBody : class
        where TResult : class
    {
        var call = _session.NewCall(verb, _run, body is null ? null : Wire.Element(body), events);
        return Wire.Read<TResult>(await _session.CallAsync(call, cancellation));
    }

    private string Running() =>
        _run ?? throw new InvalidOperationException("No run has the host: call BeginAsync.");
}
