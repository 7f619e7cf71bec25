using System.Reflection;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Crypto;

/// <summary>
/// A bit that falls over while one half of a signature is computed: the two halves together would tell a prime of the key
/// (Boneh, DeMillo and Lipton, 1997), so nothing of that signature comes out.
/// </summary>
[TestClass]
public class ComputingFaultTests
{
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Of the halves' steps the one where the power is there and leaves the Montgomery form.</summary>
    private const int PowerIsThere = 5;

    private const int Signing = 7;

    private static readonly byte[] Digest = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [TestMethod]
    [DataRow("_halfQ", false, 0)]
    [DataRow("_halfQ", false, 20)]
    [DataRow("_halfP", true, 0)]
    [DataRow("_halfP", true, 38)]
    public void A_bit_of_a_half_gives_no_signature_away(string half, bool second, int limb)
    {
        object? crt = null;
        NoSignature(
            module =>
            {
                // The working room is there only while the module signs.
                if ((int)Get(module, "_work") != Signing) return false;
                crt ??= Get(Get(module, "_rsa"), "Crt");
                return (bool)Get(crt, "_second") == second && (int)Get(crt, "_phase") == PowerIsThere;
            },
            _ => ((uint[])Get(crt!, half))[limb] ^= 1);
    }

    [TestMethod]
    [DataRow(256, DisplayName = "p")]
    [DataRow(256 + 130, DisplayName = "q")]
    [DataRow(256 + 2 * 128 + 127, DisplayName = "d mod (p - 1)")]
    [DataRow(256 + 3 * 128 + 64, DisplayName = "d mod (q - 1)")]
    [DataRow(256 + 4 * 128 + 127, DisplayName = "inverse of q")]
    [DataRow(896 + 200, DisplayName = "blinder")]
    [DataRow(896 + 256 + 100, DisplayName = "unblinder")]
    public void A_bit_of_the_key_in_the_working_room_gives_no_signature_away(int position) => NoSignature(
        module => (int)Get(module, "_work") == Signing,
        module => ((byte[])Get(Get(module, "_vault"), "Key"))[position] ^= 1);

    private static void NoSignature(Func<ICryptoModule, bool> isTime, Action<ICryptoModule> fault)
    {
        ICryptoModule module = new ModuleBench().Module;
        ModuleSteps.Import(module, 0, TestKeys.Of(2048));
        Assert.AreEqual(DeviceResult.Ok, module.BeginSign(0, Digest));
        while (!isTime(module)) Assert.IsTrue(module.Poll(), "the moment of the fault never came");
        fault(module);
        ModuleSteps.Finish(module);
        Assert.AreEqual(DeviceResult.Failed, module.Outcome);
        byte[] signature = new byte[RsaKeySize.ModulusLength];
        module.ReadSignature(signature, 0);
        Assert.IsFalse(signature.AsSpan().ContainsAnyExcept((byte)0), "a wrong signature came out");
        // The fault was in the working room alone: the key is as it was.
        ModuleSteps.Verify(TestKeys.Of(2048), Digest, ModuleSteps.Sign(module, 0, Digest));
    }

    private static object Get(object of, string name) =>
        of.GetType().GetField(name, Inside)?.GetValue(of) ?? of.GetType().GetProperty(name, Inside)!.GetValue(of)!;
}
