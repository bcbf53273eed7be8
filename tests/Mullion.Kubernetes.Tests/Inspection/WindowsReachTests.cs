using System.Text.Json;
using Mullion.Kubernetes.Inspection;
using Mullion.Kubernetes.Json;
using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Objects.Pods;

namespace Mullion.Kubernetes.Tests.Inspection;

/// <summary>DaemonSets that were written for Linux, and would come to Windows nodes all the same.</summary>
public sealed class WindowsReachTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"nodeSelector":{"disk":"ssd"}}""")]
    [InlineData("""{"nodeSelector":{"kubernetes.io/arch":"amd64"}}""")]
    [InlineData("""{"os":{"name":"linux"}}""")]
    [InlineData(
        """{"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"kubernetes.io/arch","operator":"In","values":["amd64","arm64"]}]}]}}}}"""
    )]
    [InlineData(
        """{"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"kubernetes.io/os","operator":"In","values":["linux"]}]},{"matchExpressions":[{"key":"rack","operator":"Exists"}]}]}}}}"""
    )]
    [InlineData(
        """{"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"kubernetes.io/os","operator":"In","values":["linux","windows"]}]}]}}}}"""
    )]
    public void Land(string pod) => Of(pod).ShouldNotBeNull().ToString().ShouldBe("ns/agent");

    [Theory]
    [InlineData("""{"nodeSelector":{"kubernetes.io/os":"linux"}}""")]
    [InlineData("""{"nodeSelector":{"beta.kubernetes.io/os":"linux"}}""")]
    [InlineData("""{"nodeSelector":{"kubernetes.io/arch":"arm64"}}""")]
    [InlineData("""{"nodeSelector":{"node-role.kubernetes.io/control-plane":""}}""")]
    [InlineData("""{"nodeSelector":{"kubernetes.io/os":"windows"}}""")]
    [InlineData(
        """{"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"kubernetes.io/os","operator":"In","values":["linux"]}]}]}}}}"""
    )]
    [InlineData(
        """{"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"kubernetes.io/os","operator":"NotIn","values":["windows"]}]}]}}}}"""
    )]
    [InlineData(
        """{"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"kubernetes.io/os","operator":"In","values":["windows"]}]}]}}}}"""
    )]
    public void Stay_away_or_are_meant(string pod) => Of(pod).ShouldBeNull();

    [Theory]
    [InlineData("""[{"operator":"Exists"}]""", true)]
    [InlineData("""[{"key":"os","operator":"Exists"}]""", true)]
    [InlineData("""[{"key":"os","value":"windows"}]""", true)]
    [InlineData(
        """[{"key":"os","operator":"Equal","value":"windows","effect":"NoSchedule"}]""",
        true
    )]
    [InlineData("""[{"key":"os","value":"Windows"}]""", false)]
    [InlineData("""[{"operator":"Exists","effect":"NoExecute"}]""", false)]
    [InlineData("""[{"key":"node-role.kubernetes.io/control-plane","operator":"Exists"}]""", false)]
    [InlineData("[]", false)]
    public void A_taint_keeps_away_those_that_do_not_tolerate_it(
        string tolerations,
        bool tolerates
    ) => Of($$"""{"tolerations":{{tolerations}}}""")!.ToleratesTaint.ShouldBe(tolerates);

    [Fact]
    public void A_toleration_of_an_empty_key_needs_Exists() =>
        WindowsReach
            .Tolerates(
                new Toleration { Value = "windows" },
                new Taint { Key = "os", Value = "windows" }
            )
            .ShouldBeFalse();

    private static Mullion.Core.Orchestrators.Kubernetes.LandingDaemonSet? Of(string pod) =>
        WindowsReach.Of(
            JsonSerializer.Deserialize(
                $$"""{"metadata":{"name":"agent","namespace":"ns"},"spec":{"template":{"spec":{{pod}} } } }""",
                KubernetesJson.Default.DaemonSet
            )!
        );
}
