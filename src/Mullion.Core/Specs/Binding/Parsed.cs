namespace Mullion.Core.Specs.Binding;

/// <summary>A value made from text, or why none could be made.</summary>
internal readonly record struct Parsed<T>
{
    public T? Value { get; private init; }

    /// <summary>Null when there is a value.</summary>
    public string? Reason { get; private init; }

    public string Fix { get; private init; }

    /// <summary>The text may hold a password and must not be repeated.</summary>
    public bool IsSecret { get; private init; }

    public static implicit operator Parsed<T>(T value) => new() { Value = value };

    public static implicit operator Parsed<T>(Refusal refusal) =>
        new()
        {
            Reason = refusal.Reason,
            Fix = refusal.Fix,
            IsSecret = refusal.IsSecret,
        };
}
