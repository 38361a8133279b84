namespace Layerwright.Tests.Serialization;

/// <summary>Files that something is wrong with.</summary>
internal static class BrokenFiles
{
    public static void Write(string what, Networks.Classifier network, string path)
    {
        TensorFile file = TensorFile.Of(network.State);
        switch (what)
        {
            case "empty":
                File.WriteAllBytes(path, []);
                return;
            case "text":
                File.WriteAllText(path, "These are no weights at all.");
                return;
            case "oversized header":
                File.WriteAllBytes(path, [.. BitConverter.GetBytes(100_000_001UL), .. new byte[64]]);
                return;
            case "header beyond the end":
                File.WriteAllBytes(path, [.. BitConverter.GetBytes(65UL), .. new byte[64]]);
                return;
            case "no json":
                file.Bend = header => header[..^1] + "]";
                break;
            case "json list":
                file.Bend = _ => "[1, 2]";
                break;
            case "duplicate name":
                file.Bend = header => header.Replace("dense3.weight", "dense3.bias");
                break;
            case "truncated data":
                file.BendData = data => data[..^1];
                break;
            case "trailing bytes":
                file.BendData = data => [.. data, 1, 2, 3];
                break;
            case "overlap":
                file.Bend = header => header.Replace("\"shape\":[19],\"data_offsets\":[532,608]",
                    "\"shape\":[19],\"data_offsets\":[528,604]");
                break;
            case "gap":
                file.Bend = header => header.Replace("\"shape\":[19],\"data_offsets\":[532,608]",
                    "\"shape\":[19],\"data_offsets\":[536,612]");
                break;
            case "backward offsets":
                file.Bend = header => header.Replace("[532,608]", "[8,4]");
                break;
            case "wrong size":
                file.Bend = header => header.Replace("[0,532]", "[0,528]");
                break;
            case "huge shape":
                file.Bend = header => header.Replace("\"shape\":[19,7]", "\"shape\":[2147483647,2147483647,2147483647,4]");
                break;
            case "negative shape":
                file.Bend = header => header.Replace("\"shape\":[19,7]", "\"shape\":[-19,7]");
                break;
            case "fractional shape":
                file.Bend = header => header.Replace("\"shape\":[19,7]", "\"shape\":[19,7.5]");
                break;
            case "dimension beyond int":
                file.Bend = header => header.Replace("\"shape\":[19,7]", "\"shape\":[19,4294967296]");
                break;
            case "no shape":
                file.Bend = header => header.Replace("\"shape\":[19,7],", "");
                break;
            case "no type":
                file.Bend = header => header.Replace("\"dtype\":\"F32\",\"shape\":[19,7]", "\"shape\":[19,7]");
                break;
            case "no offsets":
                file.Bend = header => header.Replace(",\"data_offsets\":[0,532]", "");
                break;
            case "no object":
                file.Bend = header => header[..^1] + ",\"more\":3}";
                break;
            case "unknown type":
                file.Type = "Q4";
                break;
            case "integers":
                file.Replace("dense2.weight", [33, 19], new float[33 * 19], "I32");
                break;
            case "missing tensor":
                file.Remove("dense2.bias");
                break;
            case "other shape":
                file.Replace("dense2.weight", [19, 33], new float[33 * 19]);
                break;
            case "unknown tensor":
                file.Add("dense9.weight", [3, 3], new float[9]);
                break;
            case "bias elsewhere":
                file.Add("batchnorm9.bias", [19], new float[19]);
                break;
            case "unknown normaliser":
                file.Metadata = new() { ["normalizer"] = "mystery" };
                break;
            case "normaliser without values":
                file.Metadata = new() { ["normalizer"] = "standardize" };
                break;
            case "normaliser without kind":
                file.Add("normalizer.mean", [7], new float[7]);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, "No such breakage.");
        }

        file.Write(path);
    }
}
