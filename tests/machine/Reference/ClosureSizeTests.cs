using Nf.Firmware.FiscalMemory;

namespace Nf.Tests.Machine.Reference;

/// <summary>The largest record fits its slot.</summary>
[TestClass]
public sealed class ClosureSizeTests
{
    [TestMethod]
    public void A_closure_fits_a_slot_of_512_bytes_with_room_for_header_check_and_marker() =>
        Assert.IsLessThanOrEqualTo(442, ClosureRecord.SavedLength);
}
