using Nf.Firmware.Errors;
using Nf.Firmware.Text;

namespace Nf.Firmware.Host.Commands;

/// <summary>The customer's display as the host wants it: 33 clears it, 35 and 47 write its lower and upper line.</summary>
internal sealed class DisplayCommands
{
    private readonly DisplayPanel _panel;
    private readonly byte[] _text = new byte[DisplayPanel.Columns];

    internal DisplayCommands(RegisterParts parts) => _panel = parts.Panel;

    /// <summary>33.</summary>
    internal FiscalError Clear(DatecsRequest request, DatecsAnswer answer)
    {
        _panel.Text("");
        answer.Ok();
        return FiscalError.None;
    }

    /// <summary>35: text of up to 20 characters.</summary>
    internal FiscalError Lower(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = Line(request, out int length);
        if (error != FiscalError.None) return error;
        _panel.Lower(_text, length);
        answer.Ok();
        return FiscalError.None;
    }

    /// <summary>47: text of up to 20 characters.</summary>
    internal FiscalError Upper(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = Line(request, out int length);
        if (error != FiscalError.None) return error;
        _panel.Upper(_text, length);
        answer.Ok();
        return FiscalError.None;
    }

    private FiscalError Line(DatecsRequest request, out int length)
    {
        length = request.FieldLength(0);
        if (length > DisplayPanel.Columns) return FiscalErrors.Syntax(1);
        HostText.Decode(request.Data, request.FieldOffset(0), length, _text, 0);
        return FiscalError.None;
    }
}
