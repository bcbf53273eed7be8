using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Mullion.Lab.SwarmManager.Servers;

/// <summary>Kestrel with one handler and nothing else: no configuration, no logging, no signal handling.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalServer(WebApplication app) => this.app = app;

    /// <summary>Ports that were bound, in the order of the listeners.</summary>
    public IReadOnlyList<Uri> Addresses =>
        [
            .. app
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Select(address => new Uri(address)),
        ];

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <exception cref="IOException">An address is in use.</exception>
    public static async Task<LocalServer> StartAsync(
        Action<KestrelServerOptions> listen,
        RequestDelegate handler
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;

                // Streams stand for hours without a byte.
                options.Limits.MinRequestBodyDataRate = null;
                options.Limits.MinResponseDataRate = null;
                listen(options);
            });
        var built = builder.Build();
        built.Run(handler);
        try
        {
            await built.StartAsync();
            return new LocalServer(built);
        }
        catch
        {
            await built.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
    }
}
