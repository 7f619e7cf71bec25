using System;
using System.Threading;
using Nf.Boards.Chip;
using Nf.Firmware;
using Nf.Firmware.Supervision;
using Nf.Hal.Devices;

namespace Nf.Boards;

/// <summary>A board's program: wires the register, starts it and turns its loop, under the supervisor.</summary>
public sealed class BoardProgram : ISupervised
{
    /// <summary>Pause of the loop when there was nothing to do, milliseconds; other threads run then.</summary>
    private const int Rest = 2;

    /// <summary>Before a restart that the supervisor could not order, milliseconds.</summary>
    private const int LastResort = 10000;

    /// <summary>A slow line takes both rows of the display in so many polls.</summary>
    private const int LastPolls = 100;

    private static readonly byte[] s_stopped =
    {
        (byte)'E', (byte)'R', (byte)'O', (byte)'A', (byte)'R', (byte)'E', (byte)' ', (byte)'I', (byte)'N', (byte)'T', (byte)'E',
        (byte)'R', (byte)'N', 0xC4, 0x82,
    };

    private static readonly byte[] s_next =
    {
        (byte)'O', (byte)'P', (byte)'R', (byte)'I', 0xC8, 0x9A, (byte)'I', (byte)' ', (byte)'A', (byte)'P', (byte)'A',
        (byte)'R', (byte)'A', (byte)'T', (byte)'U', (byte)'L',
    };

    private readonly IBoardWiring _wiring;
    private readonly FaultLog _faults;
    private Register _register;

    private BoardProgram(IBoardWiring wiring, FaultLog faults)
    {
        _wiring = wiring;
        _faults = faults;
    }

    /// <summary>Runs a board; does not return, since a program that ends waits for a debugger.</summary>
    public static void Run(IBoardWiring wiring)
    {
        var restart = new BoardRestart();
        try
        {
            wiring.Open();
            var faults = new FaultLog(wiring.WorkingMemory);
            var program = new BoardProgram(wiring, faults);
            var supervisor = new Supervisor(program, faults, wiring.Uptime, wiring.Clock, wiring.Watchdog, restart);
            while (true)
            {
                if (!supervisor.Step()) Thread.Sleep(Rest);
            }
        }
        catch (Exception fault)
        {
            Console.WriteLine(fault.Message);
            Thread.Sleep(LastResort);
            restart.Restart();
        }
    }

    /// <inheritdoc/>
    public void Start()
    {
        RegisterDevices devices = _wiring.Wire();
        devices.Faults = _faults;
        _register = new Register(devices);
        _register.Start();
        _register.PrintSelfTest();
    }

    /// <inheritdoc/>
    public bool Turn()
    {
        _wiring.Check();
        return _register.Turn();
    }

    /// <inheritdoc/>
    public void Stopped()
    {
        ICustomerDisplay display = _wiring.Display;
        if (display == null) return;
        display.Show(s_stopped, s_stopped.Length, s_next, s_next.Length);
        for (int i = 0; i < LastPolls; i++) display.Poll();
    }
}
