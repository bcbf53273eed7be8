namespace Mullion.Core.Resources.Archives;

/// <summary>Passes progress on at once and in order, which <see cref="Progress{T}"/> does not.</summary>
internal sealed class Relay<T>(Action<T> to) : IProgress<T>
{
    public void Report(T value) => to(value);
}
