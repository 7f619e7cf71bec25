namespace System.Device.Gpio;

public enum PinMode
{
    Input = 0,
    InputPullUp = 2,
    Output = 3,
}

public struct PinValue
{
    public static PinValue High => throw null;
    public static PinValue Low => throw null;
    public static explicit operator bool(PinValue value) => throw null;
}

public class GpioPin
{
    internal GpioPin() { }
    public PinValue Read() => throw null;
    public void Write(PinValue value) => throw null;
}

public class GpioController
{
    public GpioController() { }
    public GpioPin OpenPin(int pinNumber, PinMode mode) => throw null;
}
