using Nf.Emulator.Peripherals;
using Nf.Tests.Machine.Updates;

namespace Nf.Tests.Machine.Paper;

/// <summary>Another program on paper: an update, one that gave way, one that came by cable.</summary>
[TestClass]
public sealed class UpdatePaperTests
{
    [TestMethod]
    [EachWidth]
    public void A_new_program(int columns)
    {
        var rig = new UpdateRig(columns);
        rig.Put();
        rig.Register.At(9, 15);
        rig.Update();
        GoldenPaper.Check("update", rig.Register);
    }

    [TestMethod]
    [EachWidth]
    public void A_program_that_gave_way(int columns)
    {
        var rig = new UpdateRig(columns);
        rig.Put(fault: ImageFault.Printer);
        rig.Register.At(9, 15);
        rig.Update();
        rig.Restart();
        GoldenPaper.Check("update-given-up", rig.Register);
    }
}
