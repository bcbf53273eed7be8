namespace Mullion.Core.Hosts;

/// <summary>
/// A call to Windows failed. Match on <see cref="Code"/>: the text is in the host's language.
/// </summary>
/// <param name="operation">The call, such as <c>services.start</c>.</param>
/// <param name="target">The object, such as <c>docker</c>.</param>
/// <param name="code">The Win32 error, HRESULT or HCN code.</param>
/// <param name="reason">Windows' own text, as it gave it.</param>
public sealed class HostException(string operation, string target, int code, string reason)
    : MullionException($"{operation} {target}: {reason} (0x{code:x})", WindowsErrorFix.Of(code))
{
    /// <summary>The call, such as <c>services.start</c>.</summary>
    public string Operation { get; } = operation;

    /// <summary>The object of the call.</summary>
    public string Target { get; } = target;

    /// <summary>The Win32 error, HRESULT or HCN code.</summary>
    public int Code { get; } = code;

    /// <summary>Windows' own text.</summary>
    public string Reason { get; } = reason;
}
