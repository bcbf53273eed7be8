using Mullion.Core;
using Mullion.Swarm.Worker;

namespace Mullion.Swarm.Tests.Worker;

public sealed class ManagerAddressTests
{
    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5:2377")]
    [InlineData(" 10.0.0.5:2378 ", "10.0.0.5:2378")]
    [InlineData("manager-1", "manager-1:2377")]
    [InlineData("[fd00::5]:2377", "[fd00::5]:2377")]
    [InlineData("fd00::5", "[fd00::5]:2377")]
    [InlineData("[fd00::5]", "[fd00::5]:2377")]
    public void What_is_read_is_written_with_its_port(string text, string expected) =>
        ManagerAddress.Parse(text).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.5:")]
    [InlineData("10.0.0.5:0")]
    [InlineData("10.0.0.5:70000")]
    [InlineData("tcp://10.0.0.5:2377")]
    [InlineData("a b")]
    public void What_is_wrong_is_named(string text) =>
        Should
            .Throw<MullionException>(() => ManagerAddress.Parse(text))
            .Message.ShouldContain($"'{text}'");
}
