namespace Mullion.Remote.Protocol;

/// <summary>The verbs of requests.</summary>
internal static class Verb
{
    public const string Facts = "facts";
    public const string Journal = "journal";
    public const string Plan = "plan";
    public const string PlanRemoval = "plan-removal";
    public const string Begin = "begin";
    public const string Put = "put";
    public const string Apply = "apply";
    public const string TakeBack = "take-back";
    public const string Record = "record";
    public const string Reboot = "reboot";
    public const string End = "end";
    public const string Close = "close";
    public const string Attach = "attach";
    public const string Cancel = "cancel";
    public const string Release = "release";
}
