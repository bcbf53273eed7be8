using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Mullion.Core;
using Mullion.Docker.Connections;
using Mullion.Docker.Json;

namespace Mullion.Docker.Logins;

/// <summary>
/// Logs on to UCP before the first request and shows its token with each (<c>POST /auth/login</c>; docker-enterprise.md, 1). A token that
/// is refused has run out: then once anew.
/// </summary>
internal sealed class UcpLoginHandler(
    HttpMessageHandler inner,
    DockerEndpoint endpoint,
    UcpLogin login
) : DelegatingHandler(inner)
{
    private const string Path = "auth/login";
    private readonly SemaphoreSlim _once = new(1, 1);
    private string? _token;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var token = await TokenAsync(refused: null, cancellationToken);
        var answer = await SendAsync(request, token, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        answer.Dispose();
        token = await TokenAsync(refused: token, cancellationToken);
        return await SendAsync(request, token, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _once.Dispose();
        }

        base.Dispose(disposing);
    }

    private Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        string token,
        CancellationToken cancellation
    )
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellation);
    }

    /// <summary>The token; another one than a refused one.</summary>
    private async Task<string> TokenAsync(string? refused, CancellationToken cancellation)
    {
        await _once.WaitAsync(cancellation);
        try
        {
            return _token is { } known && known != refused
                ? known
                : _token = await LogOnAsync(cancellation);
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<string> LogOnAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(DockerHandler.BaseAddress(endpoint), Path)
        )
        {
            Content = JsonContent.Create(
                new UcpCredentials(login.User, login.Password()),
                DockerJson.Default.UcpCredentials
            ),
        };
        using var answer = await base.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            // Not its text: some servers repeat what they were sent.
            throw Refused($"it answers {(int)answer.StatusCode} {answer.ReasonPhrase}".TrimEnd());
        }

        try
        {
            var token = await answer.Content.ReadFromJsonAsync(
                DockerJson.Default.UcpToken,
                cancellation
            );
            return token?.AuthToken is { Length: > 0 } text
                ? text
                : throw Refused("it answers without a token");
        }
        catch (JsonException)
        {
            throw Refused("its answer is not UCP's");
        }
    }

    private MullionException Refused(string reason) =>
        new(
            $"{login.User} cannot log on to {endpoint}: {reason}.",
            "Check that this is the controller of UCP or MKE 3, and orchestrator.swarm.login: user, and the file of passwordFile."
        );
}
