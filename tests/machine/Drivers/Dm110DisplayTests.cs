using System.Text;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public sealed class Dm110DisplayTests
{
    private readonly SerialWire _wire = new();
    private readonly CustomerDisplayModel _model;
    private readonly Dm110Display _driver;

    public Dm110DisplayTests()
    {
        _model = new CustomerDisplayModel(_wire);
        _driver = new Dm110Display(_wire);
    }

    [TestMethod]
    public void Both_lines_are_shown_with_the_marks_that_the_page_has_and_never_a_cedilla()
    {
        Show("Înghețată și şuncă", "ȘȚșț ŞŢşţ ÂÎĂ");

        Assert.AreEqual("Înghetată si suncă  ", _model.Upper);
        Assert.AreEqual("STst STst ÂÎĂ       ", _model.Lower);
        Assert.AreEqual(0, _model.Messages.Count);
    }

    [TestMethod]
    public void The_model_shows_the_page_as_it_is_cedillas_too()
    {
        byte[] bytes = [0x1B, (byte)'t', 18, 0xB8, 0xDD, 0xAD, 0xEE, 0xC7];
        _wire.Write(bytes, 0, bytes.Length);
        _model.Advance(0);

        Assert.AreEqual("ŞŢşţă".PadRight(20), _model.Upper);
    }

    [TestMethod]
    public void What_does_not_fit_is_cut_and_what_is_shorter_clears_the_rest()
    {
        Show(new string('x', 25), "lung");
        Show("ab", "");

        Assert.AreEqual("ab".PadRight(20), _model.Upper);
        Assert.AreEqual("".PadRight(20), _model.Lower);
    }

    [TestMethod]
    public void A_line_that_differs_is_sent_whole_after_its_cursor_command()
    {
        Show("PAINE ALBA", "2 X 5.50 =     11.00");

        Tell("PAINE ALBA", "2 X 5.60 =     11.20");
        _driver.Poll();

        var sent = new byte[64];
        var count = _wire.DeviceRead(sent);
        CollectionAssert.AreEqual(
            new byte[] { 0x1F, (byte)'$', 1, 2 }.Concat("2 X 5.60 =     11.20"u8.ToArray()).ToArray(), sent[..count]);
    }

    [TestMethod]
    public void A_display_that_was_unplugged_never_shows_parts_of_two_texts_in_a_line()
    {
        Show("Struguri", "12.00");
        _wire.Connected = false;
        Show("Piersici brune", "15.00");
        _wire.Connected = true;
        Show("Prune", "15.00");

        Assert.AreEqual("Prune".PadRight(20), _model.Upper);
        Assert.AreEqual("12.00".PadRight(20), _model.Lower, "a line that has not changed is not sent again");
    }

    [TestMethod]
    public void The_same_text_again_sends_nothing()
    {
        Show("A", "B");

        Tell("A", "B");
        _driver.Poll();

        Assert.AreEqual(0, _wire.DeviceAvailable);
    }

    [TestMethod]
    public void The_model_says_when_it_has_changed()
    {
        var changes = 0;
        _model.Changed += () => changes++;

        Show("A", "B");
        Show("A", "B");

        Assert.AreEqual(1, changes);
    }

    // Twice: the first turn may still have the display's start to send.
    private void Show(string upper, string lower)
    {
        Tell(upper, lower);
        for (var turn = 0; turn < 2; turn++) _driver.Poll();
        _model.Advance(0);
    }

    private void Tell(string upper, string lower)
    {
        byte[] first = Encoding.UTF8.GetBytes(upper), second = Encoding.UTF8.GetBytes(lower);
        _driver.Show(first, first.Length, second, second.Length);
    }
}
