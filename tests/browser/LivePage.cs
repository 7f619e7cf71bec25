using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Page;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;

namespace Nf.Tests.Browser;

/// <summary>A fiscalised register in RAM that runs live, with its page and a host on its line.</summary>
internal sealed class LivePage : IAsyncDisposable
{
    private readonly LiveRegister _register;
    private readonly PaperFeed _paper;
    private readonly PageServer _page;
    private readonly TcpHostChannel _line;
    private readonly DatecsClient _host;

    private LivePage(LiveRegister register, PaperFeed paper, PageServer page)
    {
        _register = register;
        _paper = paper;
        _page = page;
        _line = new TcpHostChannel("127.0.0.1", register.HostPort);
        _host = new DatecsClient(_line);
    }

    public string Url => _page.Url;

    public int Port => new Uri(Url).Port;

    /// <summary>Puts register and page together and lets them run.</summary>
    public static async Task<LivePage> StartAsync()
    {
        var paper = new PaperFeed([]);
        var register = new LiveRegister(Fiscalised(paper), 0);
        register.Start();
        return new LivePage(register, paper, await PageServer.StartAsync(register, paper, 0));
    }

    /// <summary>The roll ends in the middle of what is printed next.</summary>
    public void RunOut()
    {
        _paper.Changed += End;

        void End()
        {
            _paper.Changed -= End;
            _register.Touch(hardware => hardware.Printer.PaperLoaded = false);
        }
    }

    /// <summary>A second page of the same register.</summary>
    public Task<PageServer> AnotherAsync(int port) => PageServer.StartAsync(_register, new PaperFeed([]), port);

    /// <summary>Sends a command that must be carried out.</summary>
    public void Do(int command, string data = "")
    {
        var reply = _host.SendData(command, data);
        Assert.IsTrue(reply.Ok, $"{command} was refused: {FiscalErrors.Cause((FiscalError)reply.ErrorCode)}");
    }

    /// <summary>Sends a command that must be refused with this error.</summary>
    public void Refused(FiscalError error, int command, string data) =>
        Assert.AreEqual((int)error, _host.SendData(command, data).ErrorCode);

    /// <summary>A receipt of two loaves at 5.50 lei, paid in cash.</summary>
    public void Sell()
    {
        OpenReceipt();
        SellBread();
        Close();
    }

    public void OpenReceipt() => Do(48, "1\t0001\t1\t\t\t");

    public void SellBread() => Do(49, "Pâine albă 300 g\t2\t5.50\t2.000\t\t\t1\tBUC\t");

    public void Close()
    {
        Do(53, "0\t20.00\t");
        Do(56);
    }

    public void CloseDay() => Do(69, "Z\t");

    public async ValueTask DisposeAsync()
    {
        _line.Dispose();
        await _page.DisposeAsync();
        _register.Dispose();
    }

    private static RegisterMachine Fiscalised(PaperFeed paper)
    {
        var time = new VirtualTime();
        var power = new PowerSupply();
        var roll = new PaperRoll();
        roll.Appended += paper.Append;
        var machine = new RegisterMachine(new Hardware(power, new RamStore(Hardware.FiscalMemorySize, 0xFF), new RamStore(Mb85rsModel.Size),
            new MemoryCard(power), roll, time, new VirtualCivilTime(time, new DateTime(2026, 11, 16, 7, 0, 0))));
        Assert.AreEqual(FiscalError.None, machine.PowerOn());
        Assert.AreEqual(FiscalError.None, machine.Register.Fiscalise(DemoShop.Order()));
        return machine;
    }
}
