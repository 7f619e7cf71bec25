namespace Nf.Firmware.Certificates;

/// <summary>First bytes of the elements that certificates and signatures are made of (ITU-T X.690).</summary>
public static class DerTag
{
    public const int Boolean = 0x01;
    public const int Integer = 0x02;
    public const int BitString = 0x03;
    public const int OctetString = 0x04;
    public const int Null = 0x05;
    public const int ObjectIdentifier = 0x06;
    public const int UtcTime = 0x17;
    public const int GeneralizedTime = 0x18;
    public const int Sequence = 0x30;
    public const int Set = 0x31;

    /// <summary>[0] and the numbers after it, primitive: add the number.</summary>
    public const int Context = 0x80;

    /// <summary>[0] and the numbers after it, with elements inside: add the number.</summary>
    public const int ContextConstructed = 0xA0;
}
