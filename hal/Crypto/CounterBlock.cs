namespace Nf.Hal.Crypto;

/// <summary>The counter block of AES in counter mode.</summary>
public static class CounterBlock
{
    /// <summary>Counts on by one in the last four bytes, the highest byte first.</summary>
    public static void Next(byte[] counter)
    {
        for (int i = Aes256.BlockLength - 1; i >= Aes256.BlockLength - 4; i--)
            if (++counter[i] != 0) break;
    }
}
