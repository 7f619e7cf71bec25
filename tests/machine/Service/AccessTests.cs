using System.Text;
using Nf.Emulator.Peripherals;
using Nf.Firmware.Access;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Service;

/// <summary>Passwords, the service switch and the modes (norms, art. 22 G).</summary>
[TestClass]
public sealed class AccessTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 22 G b)")]
    public void An_operator_changes_his_password()
    {
        var register = TestRegister.Fiscalised();
        register.Do(101, "1\t0001\tAb12cd34\t");
        register.Refused(FiscalError.WrongPassword, 48, "1\t0001\t1\t\t\t");
        register.Refused(FiscalError.WrongPassword, 48, "1\tAB12CD34\t1\t\t\t");
        register.Do(48, "1\tAb12cd34\t1\t\t\t");
        register.Do(60);
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Refused(FiscalError.WrongPassword, 48, "1\t0001\t1\t\t\t");
        register.Do(48, "1\tAb12cd34\t1\t\t\t");
        register.Do(60);
        register.Do(48, "2\t0002\t1\t\t\t");
        register.Do(60);
        register.Do(101, "1\tAb12cd34\t0001\t");
        register.Receipt();
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 G b)")]
    [DataRow("")]
    [DataRow("123")]
    [DataRow("123456789")]
    [DataRow("12 4")]
    [DataRow("12-45")]
    public void A_new_password_has_4_to_8_letters_and_digits(string password)
    {
        var register = TestRegister.Fiscalised();
        register.Refused(FiscalError.PasswordUnfit, 101, $"1\t0001\t{password}\t");
        register.Receipt();
    }

    [TestMethod]
    public void No_password_stands_in_the_memory_and_equal_ones_look_different()
    {
        var register = TestRegister.Fiscalised();
        register.Do(101, "1\t0001\tSesam123\t");
        register.Do(101, "2\t0002\tSesam123\t");
        var memory = register.Fram(0, Mb85rsModel.Size);
        Assert.AreEqual(-1, memory.AsSpan().IndexOf(Encoding.ASCII.GetBytes("Sesam123")));
        var first = memory.AsSpan(0x1200 + 28, 24);
        var second = memory.AsSpan(0x1200 + 2 * 28, 24);
        Assert.AreEqual(1, first[0]);
        Assert.AreEqual(1, second[0]);
        Assert.IsFalse(first[1..8].SequenceEqual(second[1..8]), "salt");
        Assert.IsFalse(first[8..].SequenceEqual(second[8..]), "digest");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 G b)")]
    public void Wrong_ones_in_a_row_make_the_next_wait_also_across_a_restart()
    {
        var register = TestRegister.Fiscalised();
        for (var i = 0; i < 3; i++) register.Refused(FiscalError.WrongPassword, 253, "0\t0000\t");
        var reply = register.Host.SendData(253, "0\t1234\t");
        Assert.AreEqual((int)FiscalError.PasswordDelayed, reply.ErrorCode);
        Assert.AreEqual("2", reply.Fields[0], "the answer says how long");
        register.Machine.Idle(TimeSpan.FromSeconds(2));
        register.Refused(FiscalError.WrongPassword, 253, "0\t0000\t");
        Assert.AreEqual("4", register.Host.SendData(253, "0\t1234\t").Fields[0]);
        register.Machine.Idle(TimeSpan.FromSeconds(3));
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual("2", register.Host.SendData(253, "0\t1234\t").Fields[0], "a restart, which takes two seconds, begins the wait again");
        register.Receipt();
        for (var wait = 4; wait < 300; wait = Math.Min(2 * wait, 300))
        {
            register.Machine.Idle(TimeSpan.FromSeconds(wait));
            register.Refused(FiscalError.WrongPassword, 253, "0\t0000\t");
        }

        Assert.AreEqual("300", register.Host.SendData(253, "0\t1234\t").Fields[0], "five minutes at most");
        register.Machine.Idle(TimeSpan.FromSeconds(300));
        register.Do(253, "0\t1234\t");
        register.Refused(FiscalError.WrongPassword, 253, "0\t0000\t");
        register.Do(253, "0\t1234\t");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A f)")]
    [Article("HG 479/2003, norme art. 22 G b)")]
    public void In_service_nothing_is_sold_and_it_ends_by_command_time_or_restart()
    {
        var register = TestRegister.Fiscalised();
        register.Do(253, "0\t1234\t");
        Assert.AreEqual("5", register.Do(149, "\t").Fields[0]);
        register.Refused(FiscalError.ServiceMode, 48, "1\t0001\t1\t\t\t");
        register.Refused(FiscalError.ServiceMode, 70, "0\t1.00\t");
        BlockingTests.Shows(register, FiscalError.ServiceMode);
        register.Do(69, "X\t");
        register.Machine.RunToRest();
        Assert.AreEqual("0", register.Do(149, "0\t").Fields[0]);
        register.Receipt();
        register.Do(253, "0\t1234\t");
        register.Machine.Idle(TimeSpan.FromMilliseconds(AccessControl.IdleLimit - 1000));
        register.Refused(FiscalError.ServiceMode, 48, "1\t0001\t1\t\t\t");
        register.Machine.Idle(TimeSpan.FromMilliseconds(AccessControl.IdleLimit));
        register.Receipt();
        register.Do(253, "0\t1234\t");
        register.Machine.PowerOn();
        register.Receipt();
    }

    // The technician's first password is in every manual: without the switch under the seal it opens nothing.
    [TestMethod]
    [Article("HG 479/2003, norme art. 22 G b)")]
    public void The_technicians_password_without_his_switch_is_nobodys_right()
    {
        var register = TestRegister.Fiscalised();
        register.Do(101, "31\t\tManager1\t");
        register.Do(253, "0\t1234\t");
        register.Refused(FiscalError.ManagerNeeded, 83, "22.00\t");
        register.Refused(FiscalError.ServiceSwitchNeeded, 101, "31\t\tManager2\t");
        register.Refused(FiscalError.ServiceSwitchNeeded, 101, "1\t\t2222\t");
        register.Refused(FiscalError.ServiceSwitchNeeded, 253, "3\t");
        register.Hardware.ServiceJumper.Closed = true;
        register.Do(83, "22.00\t");
        register.Hardware.ServiceJumper.Closed = false;
        register.Refused(FiscalError.ManagerNeeded, 83, "23.00\t");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 G b)")]
    [DataRow("0\t1234\t")]
    [DataRow("0\tManager1\tM\t")]
    public void A_program_that_asks_every_minute_does_not_keep_a_forgotten_right(string enter)
    {
        var register = TestRegister.Fiscalised();
        register.Do(101, "31\t\tManager1\t");
        register.Hardware.ServiceJumper.Closed = true;
        register.Do(253, enter);
        for (var minute = 0; minute < 9; minute++) Ask(register);
        register.Do(83, "22.00\t");
        for (var minute = 0; minute < 11; minute++) Ask(register);
        Assert.AreEqual("0", register.Do(149, "\t").Fields[0]);
        register.Refused(FiscalError.ManagerNeeded, 83, "23.00\t");
        register.Receipt();
    }

    private static void Ask(TestRegister register)
    {
        register.Machine.Idle(TimeSpan.FromMinutes(1));
        register.Do(74);
        register.Do(76);
    }

    // The count and the season stand in the working memory: a fiscal memory that does not answer must not begin them anew.
    [TestMethod]
    [Article("HG 479/2003, norme art. 22 G b)")]
    public void The_wait_survives_a_start_without_fiscal_memory()
    {
        var register = TestRegister.Fiscalised();
        for (var i = 0; i < 7; i++)
        {
            register.Refused(FiscalError.WrongPassword, 253, "0\t0000\t");
            register.Machine.Idle(TimeSpan.FromMinutes(1));
        }

        register.Hardware.FiscalMemory.Connected = false;
        register.Machine.PowerOn();
        register.Refused(FiscalError.FiscalMemoryMissing, 253, "0\t0000\t");
        register.Do(62);
        register.Hardware.FiscalMemory.Connected = true;
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Refused(FiscalError.PasswordDelayed, 253, "0\t1234\t");
    }

    [TestMethod]
    public void The_technicians_password_changes()
    {
        var register = TestRegister.Fiscalised();
        register.Refused(FiscalError.WrongPassword, 253, "1\t4321\t87654321\t");
        register.Do(253, "1\t1234\t87654321\t");
        register.Refused(FiscalError.WrongPassword, 253, "0\t1234\t");
        register.Do(253, "0\t87654321\t");
        register.Refused(FiscalErrors.Value(2), 253, "\t1234\t");
    }

    [TestMethod]
    public void Who_forgot_his_password_needs_switch_or_manager()
    {
        var register = TestRegister.Fiscalised();
        register.Do(101, "3\t0003\tuitata1\t");
        register.Refused(FiscalError.ServiceSwitchNeeded, 101, "3\t\t1111\t");
        register.Hardware.ServiceJumper.Closed = true;
        register.Do(101, "3\t\t1111\t");
        register.Hardware.ServiceJumper.Closed = false;
        register.Do(48, "3\t1111\t1\t\t\t");
        register.Do(60);
        register.Do(101, "31\t\tManager1\t");
        register.Refused(FiscalError.ServiceSwitchNeeded, 101, "31\t\tManager2\t");
        register.Refused(FiscalError.WrongPassword, 253, "0\tManager2\tM\t");
        register.Do(253, "0\tManager1\tM\t");
        register.Do(101, "3\t\t2222\t");
        register.Do(48, "3\t2222\t1\t\t\t");
        register.Do(60);
        register.Refused(FiscalError.ServiceSwitchNeeded, 101, "3\t\t3333\t");
    }

    [TestMethod]
    public void With_a_managers_password_rates_are_his()
    {
        var register = TestRegister.Fiscalised();
        register.Do(83, "21.00\t");
        register.Do(101, "31\t\tManager1\t");
        register.Refused(FiscalError.ManagerNeeded, 83, "22.00\t");
        register.Do(253, "0\tManager1\tM\t");
        Assert.AreEqual("4", register.Do(149, "\t").Fields[0]);
        register.Do(83, "22.00\t");
        register.Receipt();
        register.CloseDay();
        register.Refused(FiscalError.ManagerNeeded, 83, "23.00\t");
    }

    [TestMethod]
    public void The_technician_takes_a_new_journal_medium()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt();
        register.Refused(FiscalError.ServiceSwitchNeeded, 253, "2\t");
        register.InService();
        register.Refused(FiscalError.ZReportNeeded, 253, "2\t");
        register.CloseDay();
        register.Refused(FiscalError.JournalNotEmpty, 253, "2\t");
        register.Hardware.Card.Present = false;
        register.Refused(FiscalError.JournalMissing, 253, "2\t");
        Assert.AreEqual(1, register.Register.Identity.Medium);
    }

    [TestMethod]
    public void Factory_settings_bring_the_first_passwords_back_and_nothing_else()
    {
        var register = TestRegister.Fiscalised();
        register.Do(101, "1\t0001\tsecreta\t");
        register.Do(101, "31\t\tManager1\t");
        register.Refused(FiscalError.ServiceSwitchNeeded, 253, "3\t");
        register.InService().Do(253, "3\t");
        register.Do(149, "0\t");
        register.Receipt();
        register.CloseDay().Has("VAL. TOTALĂ VÂNZĂRI 1.00");
        register.Do(83, "22.00\t");
        Assert.AreEqual(1, register.Register.State.LastZ);
    }
}
