using System.Text.Json.Serialization;

namespace Mullion.Core.Convergence.Plans;

/// <summary>What a run would do with a resource.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanAction>))]
public enum PlanAction
{
    /// <summary>It is as wanted, and Mullion's: nothing.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>It is as wanted, and was before Mullion came: nothing, now and at removal.</summary>
    [JsonStringEnumMemberName("adopt")]
    Adopt,

    /// <summary>It is not there and will be.</summary>
    [JsonStringEnumMemberName("create")]
    Create,

    /// <summary>It is there and will be changed.</summary>
    [JsonStringEnumMemberName("update")]
    Update,

    /// <summary>It will be taken back: to what it was before, or away.</summary>
    [JsonStringEnumMemberName("remove")]
    Remove,

    /// <summary>Others changed it on purpose: nothing is done until somebody decides.</summary>
    [JsonStringEnumMemberName("conflict")]
    Conflict,
}
