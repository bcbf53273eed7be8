namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>What the value of an engine's setting is.</summary>
public enum EngineKeyKind
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Switch,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>Texts; the argument is given once for each.</summary>
    List,

    /// <summary>Names and texts; the argument is given once for each, as <c>name=text</c>.</summary>
    Map,
}
