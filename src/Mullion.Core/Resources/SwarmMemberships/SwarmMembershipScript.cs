using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.SwarmMemberships;

/// <summary>Joins and leaves by hand. Which swarm it is, is told by its root CA and not by its addresses.</summary>
internal static class SwarmMembershipScript
{
    public static ResourceScript Of(SwarmMembership membership) =>
        new(
            $"The engine becomes a worker of {membership.Name}. Docker takes the token on its command line, where administrators of this host can see it while it joins. The connection is cut for about 3 s.",
            PowerShellText.Lines([
                Join(membership),
                .. new[] { membership.AdvertiseAddress, membership.DataPathAddress }
                    .OfType<string>()
                    .Distinct()
                    .Select(Back),
            ]),
            Leave(membership)
        );

    private static PowerShellText Join(SwarmMembership membership) =>
        PowerShellText.Of(
            $$"""
            Wait-For {{"the engine to answer"}} 120 { Get-EngineInfo 'ServerVersion' }
            if ((Get-EngineInfo 'Swarm.LocalNodeState') -eq 'inactive') {
                $options = {{SwarmJoinCommand.Options(membership)}}
                foreach ($manager in {{membership.Managers}}) {
                    docker swarm join --token $JoinToken @options $manager
                    # A join that docker no longer waits for goes on in the engine.
                    if ($LASTEXITCODE -eq 0 -or (Get-EngineInfo 'Swarm.LocalNodeState') -ne 'inactive') {
                        break
                    }
                }
            }
            Wait-For {{$"the engine to be a member of {membership.Name}"}} 120 { (Get-EngineInfo 'Swarm.LocalNodeState') -eq 'active' }
            $root = Get-SwarmRoot
            if ($root -ne {{membership.RootDigest}}) {
                throw {{$"The host is a member of another swarm than {membership.Name}: its root CA has SHA-256 "}} + $root
            }
            """
        );

    private static PowerShellText Back(string address) =>
        PowerShellText.Of(
            $$"""
            Wait-For {{$"the address {address}, which the new vSwitch takes away for a while"}} 120 {
                Get-NetIPAddress -IPAddress {{address}} -ErrorAction SilentlyContinue
            }
            """
        );

    private static PowerShellText Leave(SwarmMembership membership) =>
        PowerShellText.Of(
            $$"""
            if ((Get-Service -Name docker -ErrorAction SilentlyContinue) -and (Get-Service -Name docker).Status -ne 'Running') {
                throw {{"The service docker does not run, and only its engine can leave the swarm: start it, then run this script again."}}
            }
            if ((Get-Service -Name docker -ErrorAction SilentlyContinue) -and -not (Get-EngineInfo 'ServerVersion')) {
                throw {{"The engine does not answer, or docker.exe is not on the PATH: so the host cannot leave the swarm."}}
            }
            $root = Get-SwarmRoot
            if ($root -eq {{membership.RootDigest}}) {
                Invoke-Native docker {{new[] { "swarm", "leave" }}}
                Wait-For {{"the engine to leave"}} 120 { (Get-EngineInfo 'Swarm.LocalNodeState') -eq 'inactive' }
            }
            elseif ($root) {
                throw {{$"The host is a member of another swarm than {membership.Name}, and stays in it: its root CA has SHA-256 "}} + $root
            }
            """
        );
}
