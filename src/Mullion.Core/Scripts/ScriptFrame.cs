using Mullion.Core.Blueprints;
using Mullion.Core.Hosts;

namespace Mullion.Core.Scripts;

/// <summary>What stands around the sections: what the script is, its parameters, and what its sections call.</summary>
internal static class ScriptFrame
{
    /// <summary>
    /// What sections may call. Windows PowerShell 5.1 makes an error of what a program writes to stderr when that is redirected and
    /// errors stop; hence the preference of its own.
    /// </summary>
    private static readonly PowerShellText Helpers = PowerShellText.Of(
        $$"""
        Set-StrictMode -Version Latest
        $ErrorActionPreference = 'Stop'
        $ProgressPreference = 'SilentlyContinue'
        # For this script alone: the PATH of the host stays as it is.
        $env:Path = {{HostPaths.EnginePrograms + ";"}} + $env:Path

        # Runs a program, and throws when it fails.
        function Invoke-Native {
            param([Parameter(Mandatory)][string] $Program, [string[]] $Arguments = @())
            & $Program @Arguments
            if ($LASTEXITCODE -ne 0) {
                throw "$Program $($Arguments[0]) ended with exit code $LASTEXITCODE."
            }
        }

        # Looks every two seconds whether a condition holds, and throws when it still does not.
        function Wait-For {
            param([string] $What, [int] $Seconds, [scriptblock] $Condition)
            $until = (Get-Date).AddSeconds($Seconds)
            while (-not (& $Condition)) {
                if ((Get-Date) -gt $until) {
                    throw "Waited $Seconds seconds for ${What}, in vain."
                }
                Start-Sleep -Seconds 2
            }
        }

        # What the engine says of itself, such as Swarm.LocalNodeState; empty when it does not answer.
        function Get-EngineInfo {
            param([Parameter(Mandatory)][string] $Field)
            if (-not (Get-Command docker -ErrorAction SilentlyContinue)) {
                return ''
            }
            $ErrorActionPreference = 'Continue'
            $format = '{' + '{.' + $Field + '}' + '}'
            $text = docker info --format $format 2>$null
            if ($LASTEXITCODE -ne 0) {
                return ''
            }
            return "$text".Trim()
        }

        # Whether the engine has an image.
        function Test-Image {
            param([Parameter(Mandatory)][string] $Name)
            $ErrorActionPreference = 'Continue'
            docker image inspect $Name 2>$null | Out-Null
            return $LASTEXITCODE -eq 0
        }

        # The SHA-256 of the root CA of the swarm that the engine is in; empty when it is in none.
        function Get-SwarmRoot {
            $root = Get-EngineInfo 'DockerRootDir'
            if (-not $root) {
                return ''
            }
            $file = Join-Path $root 'swarm\certificates\swarm-root-ca.crt'
            if (-not (Test-Path -LiteralPath $file)) {
                return ''
            }
            return (Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash.ToLowerInvariant()
        }
        """
    );

    /// <summary>The last lines.</summary>
    public static PowerShellText End { get; } = PowerShellText.Of($"Write-Host {"Done."}");

    public static PowerShellText Join(Blueprint blueprint, bool simulated) =>
        PowerShellText.Lines(
            Requirements,
            PowerShellText.Comment(
                $"Makes this host the worker {blueprint.Node} of the swarm {blueprint.Cluster}. Printed by: mullion node script {blueprint.Node}"
            ),
            PowerShellText.Comment(
                "It may be run again: what is so already stays. Where Windows must restart, it says so and stops; run it again then."
            ),
            PowerShellText.Comment(
                "The join token is not in it. docker swarm join-token --quiet worker, on a manager, prints it (or: mullion token show)."
            ),
            Notes(simulated),
            new PowerShellText(
                """
                [CmdletBinding()]
                param(
                    [Parameter(Mandatory)][string] $JoinToken
                )
                """.ReplaceLineEndings("\n")
            ),
            new PowerShellText(""),
            Helpers
        );

    public static PowerShellText Remove(Blueprint blueprint, bool simulated) =>
        PowerShellText.Lines(
            Requirements,
            PowerShellText.Comment(
                $"Takes this host, the worker {blueprint.Node}, out of the swarm {blueprint.Cluster}. Printed by: mullion node script {blueprint.Node} --remove"
            ),
            PowerShellText.Comment(
                "Unlike mullion node remove, a script does not know what was there before. So it takes away only what is recognisably Mullion's, by its id or checksum, and says what it leaves."
            ),
            PowerShellText.Comment(
                "Where it says \"On a manager\", do that part yourself, in the order of the script: drain before you run it, delete the node after it."
            ),
            Notes(simulated),
            new PowerShellText("[CmdletBinding()]\nparam()\n"),
            Helpers
        );

    private static PowerShellText Requirements { get; } =
        new("#Requires -Version 5.1\n#Requires -RunAsAdministrator\n");

    private static PowerShellText Notes(bool simulated) =>
        PowerShellText.Lines([
            PowerShellText.Comment(
                "Scripts of this kind were parsed by a PowerShell grammar; none has run on Windows yet."
            ),
            .. simulated
                ?
                [
                    PowerShellText.Comment(
                        "SIMULATED: the swarm of this script is a simulated one. Do not run it on a real host."
                    ),
                ]
                : Array.Empty<PowerShellText>(),
        ]);
}
