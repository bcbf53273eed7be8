using System.Text;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>A text that is looked for in whatever form it may have been written down.</summary>
internal sealed class Canary
{
    private readonly byte[][] forms;

    public Canary(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        forms =
        [
            bytes,
            Encoding.Unicode.GetBytes(text),
            .. Base64(bytes),
            .. Base64(Encoding.Unicode.GetBytes(text)),
            Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)),
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)),
        ];
    }

    public bool IsIn(string text) => IsIn(Encoding.UTF8.GetBytes(text));

    public bool IsIn(byte[] content) => forms.Any(form => content.AsSpan().IndexOf(form) >= 0);

    /// <summary>The files of a folder that it is in. Files come and go while programs run.</summary>
    public IEnumerable<string> FilesIn(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            byte[] content;
            try
            {
                // A socket has no length, and cannot be read.
                content = new FileInfo(file).Length > 0 ? File.ReadAllBytes(file) : [];
            }
            catch (IOException)
            {
                continue;
            }

            if (IsIn(content))
            {
                yield return file;
            }
        }
    }

    /// <summary>Within base64 of something longer it can begin at any of three places; its ends then depend on what is beside it.</summary>
    private static IEnumerable<byte[]> Base64(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
            yield return Encoding.ASCII.GetBytes(text[(before == 0 ? 0 : 4)..^4]);
        }
    }
}
