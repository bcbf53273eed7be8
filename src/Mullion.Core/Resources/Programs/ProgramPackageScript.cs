using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Programs;

/// <summary>Installs a package of programs by hand, and takes it away.</summary>
internal static class ProgramPackageScript
{
    public static ResourceScript Of(ProgramPackage package)
    {
        var script = new PackageScript(
            package.Version,
            package.Archive,
            package.Folder,
            package.Layout
        );
        return new ResourceScript(
            $"{package.Product}, from a package of known SHA-256. Which files were unpacked is noted beside them: so they are told apart from others' later.",
            PowerShellText.Lines(script.Folders, script.Install),
            PowerShellText.Lines([
                script.Folders,
                script.Remove,
                .. package.Fills.Select(filled =>
                    PowerShellText.Of(
                        $"Write-Warning {$"{filled}, with what {package.Product} put there, stays: it may have been there before."}"
                    )
                ),
            ])
        );
    }
}
