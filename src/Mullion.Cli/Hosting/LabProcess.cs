using System.Diagnostics;
using Mullion.Core;

namespace Mullion.Cli.Hosting;

/// <summary>How this program starts the lab: itself, with other words.</summary>
internal static class LabProcess
{
    public static ProcessStartInfo Command()
    {
        var program =
            Environment.ProcessPath
            ?? throw new MullionException("The path of this program is not known.");
        var start = new ProcessStartInfo(program);
        // Started as "dotnet mullion.dll".
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "mullion.dll"));
        }

        start.ArgumentList.Add("lab");
        start.ArgumentList.Add("serve");
        return start;
    }
}
