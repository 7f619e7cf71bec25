using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Paper;

/// <summary>Whatever the paper's width from 18 columns on, no letter and no digit of a document is lost.</summary>
[TestClass]
public sealed class NarrowPaperTests
{
    private static readonly (int Command, string Data)[] Reports = [(69, "X\t"), (105, ""), (111, "0\t\t\t"), (111, "4\t\t\t"), (111, "5\t\t\t"), (88, ""), (87, "")];

    [TestMethod]
    [Article("HG 479/2003, norme art. 58 (1)")]
    public void Every_width_prints_the_same_letters_and_digits()
    {
        var wide = Printed(64);
        Assert.IsGreaterThan(1000, wide.Length);
        for (var columns = 18; columns < 64; columns++) Assert.AreEqual(wide, Printed(columns), $"{columns} columns");
    }

    // Receipt, reports and Z of the longest texts and amounts, blanks and separators left out, with the moments of the clock, which
    // depend on how long printing takes, and the hash over them.
    private static string Printed(int columns)
    {
        var register = TestRegister.Fiscalised(order =>
        {
            order.Header.Set(["SOCIETATEA COMERCIALĂ CU NUME FOARTE LUNG SRL", "BULEVARDULINTREGSCRISFARANICIUNSPATIU 123456"]);
        }, columns);
        register.Do(255, $"OperName\t29\t{new string('W', 32)}\t");
        register.Do(255, $"Dept_name\t97\t{new string('W', 72)}\t");
        register.Do(255, $"ItemGroups_name\t97\t{new string('W', 32)}\t");
        register.Do(107, $"P\t3000\tA\t99\t99\t1\t9999999.99\t\t999999999.999\t5941234567899\t12345670\t\t0000000000017\t{new string('W', 36)}\t0\t");
        register.At(9, 15).Do(48, "30\t0030\t99999\tI\t1960229123456\t");
        register.Do(49, $"{new string('W', 72)}\t1\t9999.99\t99.999\t4\t0.01\t1\tMETRII\t");
        register.Do(49, "Detergent lichid concentrat pentru rufe albe și colorate, flacon 2,5 l\t2\t99.99\t12345.678\t1\t99.99\t1\tBUCĂȚI\t");
        register.Do(49, "Detergent lichid concentrat pentru rufe albe și colorate, flacon 2,5 l\t2\t-99.99\t12345.678\t\t\t1\tBUCĂȚI\t");
        register.Do(51, "1\t0\t2\t12.34\t");
        register.At(9, 16).Do(53, "4\t1\t");
        register.Do(53, "0\t9999999.99\t");
        register.Do(56);
        register.At(9, 17).Do(38);
        register.Do(42, new string('W', 72) + "\t");
        register.At(9, 17).Print(39);
        foreach (var (command, data) in Reports) register.At(20, 0).Print(command, data);
        register.At(22, 0).Do(69, "Z\t");
        register.Machine.RunToRest();
        var paper = register.Roll.Lines.TakeWhile(line => line.Text != "[SHA-256]").Where(line => !line.IsCut && line.QrPayload == null);
        return string.Concat(paper.SelectMany(line => line.Text).Where(c => c is not (' ' or '-')));
    }
}
