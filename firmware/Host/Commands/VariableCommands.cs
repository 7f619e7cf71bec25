using Nf.Firmware.Errors;

namespace Nf.Firmware.Host.Commands;

/// <summary>255: reads and writes the register's variables by name.</summary>
internal sealed class VariableCommands
{
    /// <summary>The highest index of an array.</summary>
    private const int MaxIndex = 98;

    private readonly RegisterParts _parts;
    private readonly NameVariables _names;
    private readonly OptionVariables _options;
    private readonly CurrencyVariables _currency;
    private readonly StateVariables _state;
    private readonly NetworkVariables _network;

    internal VariableCommands(RegisterParts parts)
    {
        _parts = parts;
        _names = new NameVariables(parts.Shop.Names);
        _options = new OptionVariables(parts.Shop.Options);
        _currency = new CurrencyVariables(parts);
        _state = new StateVariables(parts);
        if (parts.Online != null) _network = new NetworkVariables(parts, parts.Online.Settings);
    }

    /// <summary>255: name, index from 0, value; an empty value reads. Spaces for a value take a name away.</summary>
    internal FiscalError Execute(DatecsRequest request, DatecsAnswer answer)
    {
        bool reads = request.IsEmpty(2);
        FiscalError error = DatecsFields.Integer(request, 1, 0, MaxIndex, 0, out long index);
        if (error != FiscalError.None) return error;
        error = reads ? FiscalError.None : CommandGate.Obstacle(_parts);
        if (error != FiscalError.None) return error;
        FiscalError unknown = FiscalErrors.Value(1);
        answer.Ok();
        error = _names.Execute(request, answer, (int)index, reads);
        if (error == unknown) error = _options.Execute(request, answer, reads);
        if (error == unknown) error = _currency.Execute(request, answer, reads);
        if (error == unknown) error = _state.Execute(request, answer, (int)index, reads);
        if (error == unknown && _network != null) error = _network.Execute(request, answer, reads);
        return error == unknown ? AbsentVariables.Execute(request) : error;
    }
}
