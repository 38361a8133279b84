using System.Text;
using Layerwright.Runtime;

namespace Layerwright.Tests.Serialization;

/// <summary>The header that is read without the JSON library is the one that the library reads; everything else is left to it.</summary>
public class PlainHeaderTests
{
    private const string Weight = "\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}";

    [Theory]
    [InlineData("{" + Weight + "}")]
    [InlineData("{" + Weight + "}   ")]
    [InlineData("{ \"w\" : { \"dtype\" : \"F32\" , \"shape\" : [ 2 , 3 ] , \"data_offsets\" : [ 0 , 24 ] } }")]
    [InlineData("{\"__metadata__\":{\"seed\":\"7\",\"network\":\"a b\"}," + Weight + ",\"counter\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[24,32]}}")]
    [InlineData("{" + Weight + ",\"__metadata__\":{\"seed\":\"7\"}}")]
    public void Plain_headers_are_read_as_the_JSON_library_reads_them(string text)
    {
        (Dictionary<string, string> metadata, Dictionary<string, RawTensor> tensors) = ([], []);
        Assert.True(new PlainHeader(Encoding.UTF8.GetBytes(text)).TryRead(metadata, tensors));

        (Dictionary<string, string> ofJson, Dictionary<string, RawTensor> tensorsOfJson) = ([], []);
        JsonHeader.Read(Encoding.UTF8.GetBytes(text), ofJson, tensorsOfJson);
        Assert.Equal(ofJson, metadata);
        Assert.Equal(tensorsOfJson.Keys, tensors.Keys);
        Assert.All(tensors, tensor =>
        {
            RawTensor expected = tensorsOfJson[tensor.Key];
            Assert.Equal(expected.Type, tensor.Value.Type);
            Assert.Equal(expected.Shape, tensor.Value.Shape);
            Assert.Equal(expected.Offsets, tensor.Value.Offsets);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{" + Weight)]
    [InlineData("{" + Weight + "}x")]
    [InlineData("{" + Weight + ",}")]
    [InlineData("{" + Weight + "," + Weight + "}")]
    [InlineData("{\"__metadata__\":{\"a\":\"b\"},\"__metadata__\":{\"a\":\"c\"}," + Weight + "}")]
    [InlineData("{\"__metadata__\":{\"a\":\"b\",\"a\":\"c\"}," + Weight + "}")]
    [InlineData("{\"__metadata__\":{\"a\":1}," + Weight + "}")]
    [InlineData("{\"\\u0077\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}")]
    [InlineData("{\"é\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}")]
    [InlineData("{\"w\":{\"shape\":[2,3],\"dtype\":\"F32\",\"data_offsets\":[0,24]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24],\"more\":0}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2,-3],\"data_offsets\":[0,24]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2,03],\"data_offsets\":[0,24]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2,3.0],\"data_offsets\":[0,24]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2,3,],\"data_offsets\":[0,24]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967298,3],\"data_offsets\":[0,24]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,1000000000000000000000]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],\"data_offsets\":[0,4]}}")]
    public void Whatever_else_a_header_is_it_is_left_to_the_JSON_library(string text) =>
        Assert.False(new PlainHeader(Encoding.UTF8.GetBytes(text)).TryRead([], []));

    [Fact]
    public void A_truncated_header_is_never_plain()
    {
        byte[] json = Encoding.UTF8.GetBytes("{\"__metadata__\":{\"seed\":\"7\"}," + Weight + "}");
        for (int length = 0; length < json.Length; length++)
        {
            Assert.False(new PlainHeader(json.AsSpan(0, length)).TryRead([], []), $"{length} of {json.Length} bytes");
        }
    }
}
