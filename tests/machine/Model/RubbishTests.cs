using Nf.Emulator.Host;
using Nf.Emulator.Peripherals;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Reports;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.Service;

namespace Nf.Tests.Machine.Model;

/// <summary>Every command with fields of anything in every mode: each is answered in form, and a refusal changes no memory.</summary>
/// <remarks>To see one sequence again: <c>NF_SEED=n dotnet test tests/machine --filter Rubbish_in_every</c>.</remarks>
[TestClass]
public sealed class RubbishTests
{
    private const int Seeds = 3;
    private const int CommandsPerSeed = 800;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 C")]
    [Article("HG 479/2003, norme art. 31 c)")]
    [Article("HG 479/2003, norme art. 32 (2)")]
    public void Rubbish_in_every_command_is_answered_in_form_and_a_refusal_changes_no_memory()
    {
        var chosen = Environment.GetEnvironmentVariable("NF_SEED");
        int[] seeds = chosen is null ? [.. Enumerable.Range(1, Seeds)] : [int.Parse(chosen)];
        var done = new HashSet<int>();
        var refused = new HashSet<int>();
        foreach (var seed in seeds) new RubbishDay(seed, done, refused).Run(CommandsPerSeed);
        TestContext.WriteLine($"refused: {string.Join(' ', refused.Order())}\nnever carried out: {string.Join(' ', RubbishHost.Commands.Except(done))}");
        if (chosen is not null) return;
        var enough = RubbishHost.Commands.Count * 3 / 4;
        Assert.IsGreaterThan(enough, refused.Count(RubbishHost.Commands.Contains), "commands that were refused");
        Assert.IsGreaterThan(enough, done.Count(RubbishHost.Commands.Contains), "commands that were carried out");
    }
}

/// <summary>One sequence of rubbish on one register.</summary>
internal sealed class RubbishDay
{
    private const int FramSize = Mb85rsModel.Size;

    // What changes whatever is answered, each from one address up to another: the redo place that cells pass through, the
    // wrong passwords that are counted and the clock's season, the spool where a document is laid out before it is decided.
    private static readonly (int From, int To)[] Scratch = [(0x1120, 0x1200), (0x1580, 0x15AD), (0x2000, 0x20000)];

    private readonly int _seed;
    private readonly HashSet<int> _done;
    private readonly HashSet<int> _refused;
    private readonly RubbishHost _host;
    private readonly TestRegister _register;
    private int _step;

    public RubbishDay(int seed, HashSet<int> done, HashSet<int> refused)
    {
        _seed = seed;
        _done = done;
        _refused = refused;
        _host = new RubbishHost(seed);
        _register = (seed % 3) switch
        {
            0 => ServiceSteps.Fresh(),
            1 => ServiceSteps.FiscalisedByHost(),
            _ => ReportRegister.WithDays(),
        };
    }

    public void Run(int commands)
    {
        for (_step = 0; _step < commands; _step++)
        {
            Disturb();
            Settle();
            Send();
        }
    }

    // The power, the paper, the service switch, time; and the wait that wrong passwords bring.
    private void Disturb()
    {
        switch (_host.Below(60))
        {
            case 0:
                _register.Hardware.Printer.PaperLoaded = true;
                Settle();
                _register.Machine.PowerOn();
                break;
            case 1:
                _register.Hardware.Printer.PaperLoaded = false;
                break;
            case 2 or >= 23 and < 30:
                _register.Hardware.Printer.PaperLoaded = true;
                break;
            case >= 30 and < 33:
                FirstPassword();
                break;
            case 3 or 4 or 5:
                _register.Hardware.ServiceJumper.Closed = !_register.Hardware.ServiceJumper.Closed;
                break;
            case 6:
                _register.Machine.Idle(TimeSpan.FromMinutes(_host.Below(90)));
                break;
            case 7 or 8 or 9:
                _register.Host.SendData(253, "0\t1234\t");
                break;
            case 10 or 11 or 12:
                _register.Host.SendData(149, "0\t");
                break;
            case 13 or 14:
                _register.Hardware.Printer.PaperLoaded = true;
                _register.Host.SendData(60, "");
                _register.Host.SendData(39, "");
                break;
            case >= 15 and < 20:
                _register.Host.SendData(48, "1\t0001\t1\t\t\t");
                break;
            case >= 20 and < 23:
                _register.Host.SendData(38, "");
                break;
        }
    }

    // Rubbish has changed it now and then, and nobody could sell any more.
    private void FirstPassword()
    {
        var isOn = _register.Hardware.ServiceJumper.Closed;
        _register.Hardware.ServiceJumper.Closed = true;
        _register.Host.SendData(101, "1\t\t0001\t");
        _register.Hardware.ServiceJumper.Closed = isOn;
    }

    private void Settle()
    {
        if (_register.Hardware.Printer.PaperLoaded) _register.Machine.RunToRest();
        else _register.Machine.Idle(TimeSpan.FromSeconds(5));
    }

    private void Send()
    {
        var (command, data) = _host.Next();
        var what = $"{command} {data.Replace('\t', '|')}, step {_step}; again with NF_SEED={_seed}";
        var instance = _register.Register;
        var (mark, fram, drive) = (RegisterMark.Of(_register), _register.Fram(0, FramSize), Drive());
        DatecsReply reply;
        try
        {
            reply = _register.Host.SendData(command, data);
            Settle();
        }
        catch (Exception e) when (e is not UnitTestAssertException)
        {
            throw new InvalidOperationException(what, e);
        }

        Assert.AreSame(instance, _register.Register, $"a reset: {what}");
        IsInForm(reply, what);
        if (reply.Ok && reply.ErrorCode == 0)
        {
            _done.Add(command);
            return;
        }

        _refused.Add(command);
        Assert.AreEqual(mark, RegisterMark.Of(_register), $"{(FiscalError)reply.ErrorCode} changed something: {what}");
        Assert.AreEqual(drive, Drive(), $"{(FiscalError)reply.ErrorCode} left a file: {what}");
        SameMemory(fram, (FiscalError)reply.ErrorCode, what);
    }

    private void SameMemory(byte[] before, FiscalError error, string what)
    {
        var after = _register.Fram(0, FramSize);
        if (after.AsSpan().SequenceEqual(before)) return;
        var changed = Enumerable.Range(0, FramSize).Where(at => after[at] != before[at] && !Scratch.Any(part => at >= part.From && at < part.To));
        string[] wrong = [.. changed.Select(at => $"{at:X}")];
        Assert.AreEqual(0, wrong.Length, $"{error} changed the working memory at {string.Join(' ', wrong.Take(60))}: {what}");
    }

    private static void IsInForm(DatecsReply reply, string what)
    {
        Assert.IsTrue(reply.Status.Length == 8 && reply.Status.All(b => b >= 0x80), $"status: {what}");
        if (reply.IsUnknownCommand)
        {
            Assert.AreEqual(0, reply.Fields.Length, $"fields of an unknown command: {what}");
            Assert.AreEqual(0, reply.ErrorCode, what);
            return;
        }

        var error = (FiscalError)reply.ErrorCode;
        Assert.IsTrue(error == FiscalError.None || reply.ErrorCode < 0 && FiscalErrors.IsKnown(error), $"error {reply.ErrorCode}: {what}");
        Assert.AreEqual(FiscalErrors.IsSyntax(error), reply.IsSyntaxError, $"status bit 0.0: {what}");
        var isGeneral = (reply.Status[0] & 0x13) != 0 || (reply.Status[1] & 0x03) != 0 || (reply.Status[2] & 0x01) != 0;
        Assert.AreEqual(isGeneral, (reply.Status[0] & 0x20) != 0, $"status bit 0.5: {what}");
        Assert.AreEqual(FiscalErrors.IsNotPermitted(error), (reply.Status[1] & 0x02) != 0, $"status bit 1.1: {what}");
        if (error == FiscalError.None || error is FiscalError.ReceiptIssued or FiscalError.PasswordDelayed) return;
        Assert.AreEqual(0, reply.Fields.Length, $"a refusal is a number alone: {what}");
    }

    private string Drive() => string.Join(' ', _register.Drive().Names.Select(name => $"{name}:{_register.Drive().Bytes(name).Length}"));
}
