using Nf.Emulator.Commands;

namespace Nf.Emulator.Flash;

/// <summary>Carries an order out: everything is looked at before the board is touched, and the chip before it is written.</summary>
public static class FlashRun
{
    /// <summary>Flashes a board.</summary>
    /// <param name="order">What is to be done.</param>
    /// <param name="device">Folder of this one device; null for none.</param>
    /// <param name="program">The flashing tool.</param>
    /// <param name="dry">Only says what would be done.</param>
    /// <exception cref="InputException">Something does not fit, or the tool failed; says what to do.</exception>
    public static void Flash(FlashOrder order, string? device, string program, bool dry)
    {
        Check(order, device);
        var work = Directory.CreateTempSubdirectory("nf-flash-");
        try
        {
            if (device is not null) order = order with { Device = DeviceFolder.Prepare(device, order.Port, work.FullName) };
            if (dry) Show(order);
            else CarryOut(order, new FlashTool(program, Console.Out));
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void Check(FlashOrder order, string? device)
    {
        if (order is { Image: null, Runtime: null } && device is null) throw new InputException("nothing to do: give --image, --runtime or --device");
        if (order is { Erase: true, Runtime: null }) throw new InputException("--erase takes the runtime off too: give its version with --runtime");
        if (order is { Archive: not null, Runtime: null }) throw new InputException("--archive is where the runtime comes from: give its version with --runtime");
        if (order.Runtime is { } version) FlashCheck.Runtime(order.Board, version);
        if (order.Image is { } file) FlashCheck.Image(order.Board, file);
    }

    private static void Show(FlashOrder order)
    {
        foreach (var call in FlashPlan.Changes(order).Prepend(FlashPlan.Ask(order))) Console.WriteLine($"{call.Line}   # {call.Purpose}");
    }

    private static void CarryOut(FlashOrder order, FlashTool tool)
    {
        FlashCheck.Chip(order.Board, tool.Run(FlashPlan.Ask(order)));
        foreach (var call in FlashPlan.Changes(order)) tool.Run(call);
    }
}
