using Mullion.Core;

namespace Mullion.Kubernetes.Configuration;

/// <summary>Reads files that a configuration names.</summary>
internal static class ConfigurationFile
{
    /// <summary>A file's text.</summary>
    /// <param name="file">Its full path.</param>
    /// <param name="where">What names it.</param>
    /// <exception cref="MullionException">It cannot be read.</exception>
    public static string Read(string file, string where)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MullionException(
                $"{where} cannot be read: {file}: {Reason(e)}.",
                "Check the path, which counts from the folder of the kubeconfig it stands in, and that you may read the file.",
                e
            );
        }
    }

    private static string Reason(Exception e) =>
        e switch
        {
            FileNotFoundException or DirectoryNotFoundException => "there is no such file",
            UnauthorizedAccessException => "permission denied",
            _ => e.Message.TrimEnd('.'),
        };
}
