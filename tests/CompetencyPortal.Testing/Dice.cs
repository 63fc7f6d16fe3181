using System.Globalization;
using System.Security.Cryptography;

namespace CompetencyPortal.Testing;

/// <summary>
/// A seeded source of choices for tests over random cases. Every game has a seed of its own; a game that fails names it, and
/// <c>COMPETENCYPORTAL_TEST_SEED</c> set to it plays that one game again.
/// </summary>
public sealed class Dice(ulong seed)
{
    private const string SeedVariable = "COMPETENCYPORTAL_TEST_SEED";

    private ulong _state = seed;

    /// <summary>The seed of the game.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>Plays <paramref name="games"/> games, each with its own seed, new ones in every run.</summary>
    public static void Play(int games, Action<Dice> game) => PlayAsync(games, dice =>
    {
        game(dice);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>The same with games that wait.</summary>
    public static async Task PlayAsync(int games, Func<Dice, Task> game)
    {
        if (Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } repeated)
        {
            await game(new Dice(ulong.Parse(repeated, CultureInfo.InvariantCulture)));
            return;
        }

        var first = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        for (var i = 0UL; i < (ulong)games; i++)
        {
            var seed = unchecked(first + i);
            try
            {
                await game(new Dice(seed));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Set {SeedVariable}={seed} to play this game again. {failure.Message}", failure);
            }
        }
    }

    /// <summary>A number from 0 to <paramref name="count"/> less one.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both inclusive.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in <paramref name="percent"/> of a hundred throws.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of <paramref name="faces"/>.</summary>
    public T Pick<T>(IReadOnlyList<T> faces) => faces[Below(faces.Count)];

    /// <summary>What <paramref name="one"/> makes, <paramref name="least"/> to <paramref name="most"/> times.</summary>
    public T[] Some<T>(int least, int most, Func<int, T> one) => [.. Enumerable.Range(0, Between(least, most)).Select(one)];

    /// <summary>The same items in another order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    // SplitMix64: short, well mixed, the same on every machine.
    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
