using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mullion.Kubernetes.Inspection;

/// <summary>YAML in a ConfigMap, which anybody may have edited.</summary>
internal static class SettingsText
{
    /// <summary>Its mapping of keys to values; null where it is none.</summary>
    public static YamlMappingNode? Parse(string text)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
        }
        // The parser lets exceptions of the framework through, such as for the escape \U99999999.
        catch (Exception e)
            when (e
                    is YamlException
                        or ArgumentException
                        or FormatException
                        or InvalidOperationException
            )
        {
            return null;
        }

        return stream.Documents is [{ RootNode: YamlMappingNode mapping }, ..] ? mapping : null;
    }
}
