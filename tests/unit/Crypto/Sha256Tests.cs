#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using System;
using Nf.Hal.Crypto;

namespace Nf.Tests.Unit.Crypto;

/// <summary>Vectors of FIPS 180-4 and the borders of a block.</summary>
[TestClass]
public class Sha256Tests
{
    private const string OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private const string OfTwoBlocks = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
    private const string TwoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

    [TestMethod]
    public void The_vectors_of_the_standard_come_out()
    {
        Assert.AreEqual(OfNothing, Of(""));
        Assert.AreEqual(OfAbc, Of("abc"));
        Assert.AreEqual(OfTwoBlocks, Of(TwoBlocks));
    }

    [TestMethod]
    public void Hashing_goes_on_after_a_digest()
    {
        Sha256 hash = new Sha256();
        Add(hash, "a");
        Digest(hash);
        Add(hash, "bc");
        Assert.AreEqual(OfAbc, Digest(hash));
        Assert.AreEqual(OfAbc, Digest(hash));
    }

    [TestMethod]
    public void Reset_forgets_everything()
    {
        Sha256 hash = new Sha256();
        Add(hash, TwoBlocks);
        hash.Reset();
        Assert.AreEqual(OfNothing, Digest(hash));
        Assert.IsTrue(hash.Length == 0);
    }

    [TestMethod]
    public void A_state_put_away_anywhere_is_taken_up_again()
    {
        byte[] saved = new byte[Sha256.StateLength + 2];
        for (int cut = 0; cut <= TwoBlocks.Length; cut++)
        {
            Sha256 before = new Sha256();
            Add(before, TwoBlocks.Substring(0, cut));
            before.Save(saved, 1);

            Sha256 after = new Sha256();
            Add(after, "something else that is longer than a block, so that the leftovers of the block buffer show");
            after.Load(saved, 1);
            Assert.IsTrue(after.Length == cut);
            Add(after, TwoBlocks.Substring(cut, TwoBlocks.Length - cut));
            Assert.AreEqual(OfTwoBlocks, Digest(after));
        }

        Assert.IsTrue(saved[0] == 0);
        Assert.IsTrue(saved[Sha256.StateLength + 1] == 0);
    }

    /// <summary>Nobody hashes half a gigabyte here: a state says that it came by, and the padding is also made by hand.</summary>
    [TestMethod]
    public void The_length_is_counted_in_bits_past_32()
    {
        byte[] state = new byte[Sha256.StateLength];
        new Sha256().Save(state, 0);
        // 5 x 2^29 bytes, big endian at index 32: 5 x 2^32 bits.
        state[36] = 0xA0;
        Sha256 hash = new Sha256();
        hash.Load(state, 0);
        Assert.IsTrue(hash.Length == 2684354560);

        byte[] padding = new byte[64];
        padding[0] = 0x80;
        padding[59] = 5;
        string digest = Digest(hash);
        hash.Update(padding, 0, 64);
        Assert.AreEqual(digest, State(hash).Substring(0, 64));
    }

    [TestMethod]
    public void Equal_histories_are_saved_as_equal_bytes()
    {
        Sha256 fresh = new Sha256();
        Add(fresh, "abc");
        Sha256 used = new Sha256();
        Add(used, TwoBlocks);
        used.Reset();
        Add(used, "abc");
        Assert.AreEqual(State(fresh), State(used));
    }

    [TestMethod]
    public void A_copy_goes_its_own_way()
    {
        Sha256 first = new Sha256();
        Add(first, "a");
        Sha256 second = new Sha256();
        second.CopyFrom(first);
        Add(first, "xyz");
        Add(second, "bc");
        Assert.AreEqual(OfAbc, Digest(second));
        Assert.IsTrue(second.Length == 3);
    }

    [TestMethod]
    public void A_range_outside_the_array_is_refused()
    {
        Sha256 hash = new Sha256();
        Check.Throws(typeof(ArgumentOutOfRangeException), () => hash.Update(new byte[4], 2, 3));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => hash.Update(new byte[4], -1, 3));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => hash.Update(new byte[4], 2, -1));
        Assert.AreEqual(OfNothing, Digest(hash));
    }

    private static string Of(string text)
    {
        Sha256 hash = new Sha256();
        Add(hash, text);
        return Digest(hash);
    }

    private static void Add(Sha256 hash, string text) => hash.Update(Ascii.Bytes(text), 0, text.Length);

    private static string Digest(Sha256 hash)
    {
        byte[] digest = new byte[Sha256.DigestLength + 1];
        hash.Finish(digest, 1);
        return Ascii.Hex(digest, 1, Sha256.DigestLength);
    }

    private static string State(Sha256 hash)
    {
        byte[] saved = new byte[Sha256.StateLength];
        hash.Save(saved, 0);
        return Ascii.Hex(saved, 0, saved.Length);
    }
}
