using System.Security.Cryptography;

namespace Nf.Emulator.Anaf.Authority;

/// <summary>RSA-2048 key pairs and serial numbers for the test authority: new ones, or stored ones where a test must be quick.</summary>
public sealed class TestKeys
{
    private const string Resource = "Nf.Emulator.Anaf.test-keys.pem";
    private const int KeyBits = 2048;
    private const int SerialLength = 16;
    private static readonly Lazy<string[]> s_pool = new(ReadPool);

    private readonly Random? _random;
    private int _next;

    private TestKeys(Random? random, int first) => (_random, _next) = (random, first);

    /// <summary>New keys and random serial numbers, for everything that is kept.</summary>
    public static TestKeys Fresh { get; } = new(null, 0);

    /// <summary>How many different keys are stored.</summary>
    public static int Count => s_pool.Value.Length;

    /// <summary>The stored keys in turn, from the seed's on, and serial numbers from a seed: the same certificates in each run.</summary>
    public static TestKeys Stored(int seed) => new(new Random(seed), seed);

    /// <summary>One stored key; everybody knows it.</summary>
    /// <param name="index">From 0; the keys repeat after <see cref="Count"/>.</param>
    public static RSA StoredKey(int index)
    {
        var key = RSA.Create();
        key.ImportFromPem(s_pool.Value[index % Count]);
        return key;
    }

    /// <summary>The next key pair. It is the caller's to dispose of.</summary>
    public RSA Next() => _random is null ? RSA.Create(KeyBits) : StoredKey(Interlocked.Increment(ref _next) - 1);

    /// <summary>The next serial number: positive, 16 bytes.</summary>
    internal byte[] Serial()
    {
        var serial = new byte[SerialLength];
        if (_random is null) RandomNumberGenerator.Fill(serial);
        else lock (_random) _random.NextBytes(serial);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }

    private static string[] ReadPool()
    {
        using var reader = new StreamReader(typeof(TestKeys).Assembly.GetManifestResourceStream(Resource)!);
        var text = reader.ReadToEnd();
        var keys = new List<string>();
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
            keys.Add(rest[found.Location].ToString());
        return [.. keys];
    }
}
