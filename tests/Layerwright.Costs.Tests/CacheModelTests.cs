using Layerwright.Kernels;

namespace Layerwright.Costs;

public class CacheModelTests
{
    [Fact]
    public void What_was_touched_last_is_held_and_nothing_else()
    {
        var cache = new CacheModel(3);
        Assert.All([10, 20, 30], line => Assert.False(cache.Touch(line)));
        Assert.True(cache.Touch(10));
        Assert.False(cache.Touch(40));

        Assert.False(cache.Touch(20));
        Assert.True(cache.Touch(40));
        Assert.True(cache.Touch(10));
        Assert.False(cache.Touch(30));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void It_holds_what_a_list_of_the_latest_lines_holds(int lines)
    {
        var cache = new CacheModel(lines);
        var latest = new List<nint>();
        var random = new Random(1);
        for (int access = 0; access < 5000; access++)
        {
            nint line = random.Next(2 * lines);
            Assert.Equal(latest.Remove(line), cache.Touch(line));
            latest.Add(line);
            if (latest.Count > lines)
            {
                latest.RemoveAt(0);
            }
        }
    }
}
