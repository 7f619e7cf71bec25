using System;

namespace Nf.Hal.Crypto;

/// <summary>Multiplies modulo an odd number, a bounded step at a time (P. L. Montgomery, 1985).</summary>
/// <remarks>
/// A number x stands as x R mod n, where R is 2^26 for each limb. R is above 4 n, so that factors below 2 n give a result
/// below 2 n: nothing depends on the numbers but the last subtraction, which <see cref="Limbs.ReduceOnce"/> hides.
/// No step executes more than 20,000 instructions.
/// <code>field.BeginMultiply(a, b, result); while (field.Step()) { }</code>
/// </remarks>
internal sealed class Montgomery : IStepwise
{
    private const int Idle = 0;
    private const int Correction = 1;
    private const int Doubling = 2;
    private const int Rows = 3;
    private const int Reduction = 4;

    /// <summary>Limbs of eight rows that a step has time for.</summary>
    private const int LimbsAStep = 160;

    /// <summary>Limbs that a step has time to double.</summary>
    private const int DoubledAStep = 120;

    /// <summary>Doublings that take about as long as the squaring that they save.</summary>
    private const int CheapDoublings = 24;

    private readonly uint[] _modulus;
    private readonly uint[] _square;
    private readonly ulong[] _columns;
    private readonly ulong[] _rows = new ulong[LimbRows.Count];
    private uint[] _a;
    private uint[] _b;
    private uint[] _result;
    private ulong _inverse;
    private int _work;
    private int _row;
    private int _doublings;
    private int _squarings;
    private int _power;
    private bool _plain;

    /// <param name="largestBits">Bits of the largest modulus.</param>
    public Montgomery(int largestBits)
    {
        int length = LengthOf(largestBits);
        _modulus = new uint[length];
        _square = new uint[length];
        _columns = new ulong[(length << 1) + LimbRows.Count];
    }

    /// <summary>Limbs of each number.</summary>
    public int Length { get; private set; }

    /// <summary>n.</summary>
    public uint[] Modulus => _modulus;

    /// <summary>R² mod n: a number times this stands as it has to.</summary>
    public uint[] Square => _square;

    /// <summary>Limbs of numbers modulo one of so many bits.</summary>
    public static int LengthOf(int bits) =>
        (bits + 2 + Limbs.Bits * LimbRows.Count - 1) / (Limbs.Bits * LimbRows.Count) * LimbRows.Count;

    /// <summary>Begins work with a modulus, odd and of exactly so many bits, which is copied.</summary>
    /// <remarks>
    /// R² comes from the highest power of two below n, doubled until it is R 2^k, where k is the highest bits of R's own
    /// exponent; a squaring then makes it R 2^(2k), and one more doubling takes the next bit in.
    /// </remarks>
    public void BeginModulus(uint[] modulus, int bits)
    {
        Length = LengthOf(bits);
        Array.Copy(modulus, _modulus, Length);
        uint low = _modulus[0];
        uint inverse = low;
        for (int i = 0; i < 4; i++) inverse *= 2 - low * inverse;
        _inverse = 0 - inverse & Limbs.Mask;

        Array.Clear(_square, 0, Length);
        int top = bits - 1;
        _square[top / Limbs.Bits] = 1u << top % Limbs.Bits;
        _power = Length * Limbs.Bits;
        _squarings = 0;
        while (_power >> _squarings > CheapDoublings) _squarings++;
        _doublings = _power - top + (_power >> _squarings);
        _work = Doubling;
    }

    /// <summary>Begins result = a b / R mod n, below 2 n. The result may be one of the factors.</summary>
    public void BeginMultiply(uint[] a, uint[] b, uint[] result) => Begin(a, b, result, false);

    /// <summary>Begins result = a² / R mod n, below 2 n, in three quarters of a multiplication's time.</summary>
    public void BeginSquare(uint[] a, uint[] result) => Begin(a, null, result, false);

    /// <summary>Begins result = a b, no modulus, of twice the limbs.</summary>
    public void BeginProduct(uint[] a, uint[] b, uint[] result) => Begin(a, b, result, true);

    /// <summary>Begins result = x / R mod n, below 2 n, of an x with twice the limbs and below n R.</summary>
    public void BeginReduce(uint[] x, uint[] result)
    {
        for (int i = 0; i < Length << 1; i++) _columns[i] = x[i];
        _columns[Length << 1] = 0;
        _result = result;
        _row = 0;
        _work = Reduction;
    }

    /// <summary>One step of the work under way; false when it is done.</summary>
    public bool Step()
    {
        if (_work == Correction) Correct();
        else if (_work == Doubling) StepDoubling();
        else for (int done = 0; done < LimbsAStep && _work > Doubling; done += Length) StepRows();
        return _work != Idle;
    }

    /// <summary>Overwrites all numbers with zeros.</summary>
    public void Wipe()
    {
        _work = Idle;
        Array.Clear(_modulus, 0, _modulus.Length);
        Array.Clear(_square, 0, _square.Length);
        Array.Clear(_columns, 0, _columns.Length);
        Array.Clear(_rows, 0, _rows.Length);
    }

    private void Begin(uint[] a, uint[] b, uint[] result, bool plain)
    {
        Array.Clear(_columns, 0, _columns.Length);
        _a = a;
        _b = b;
        _result = result;
        _plain = plain;
        _row = 0;
        _work = Rows;
    }

    /// <summary>A squaring leaves a number below 2 n, a doubling needs one below n.</summary>
    private void Correct()
    {
        Limbs.ReduceOnce(_square, _modulus, Length);
        _work = Doubling;
    }

    private void StepDoubling()
    {
        for (int done = 0; done < DoubledAStep && _doublings > 0; done += Length, _doublings--) Limbs.Double(_square, _modulus, Length);
        if (_doublings > 0) return;
        _work = Idle;
        if (_squarings > 0) BeginSquare(_square, _square);
    }

    /// <summary>In <see cref="BeginModulus"/> a squaring ended: the next bit of R's exponent.</summary>
    private void TakeNextBit()
    {
        if (_squarings == 0) return;
        _squarings--;
        _doublings = _power >> _squarings & 1;
        _work = _doublings > 0 ? Correction : Doubling;
    }

    private void StepRows()
    {
        if (_work == Reduction) ReduceRows();
        else AddRows();
        _row += LimbRows.Count;
        if (_row < Length) return;
        if (_work == Rows && !_plain)
        {
            _work = Reduction;
            _row = 0;
            return;
        }

        _work = Idle;
        if (_plain) Carry(0, Length << 1);
        else Carry(Length, Length);
        TakeNextBit();
    }

    private void AddRows()
    {
        int twice = _b == null ? 1 : 0;
        for (int i = 0; i < LimbRows.Count; i++) _rows[i] = (ulong)_a[_row + i] << twice;
        if (_b != null)
        {
            LimbRows.Add(_columns, _row, _rows, _b, 0, Length, false);
            return;
        }

        LimbRows.AddSquare(_columns, _a, _row);
        LimbRows.Add(_columns, _row, _rows, _a, _row + LimbRows.Count, Length, false);
    }

    private void ReduceRows()
    {
        LimbRows.Quotients(_columns, _row, _modulus, _inverse, _rows);
        LimbRows.Add(_columns, _row, _rows, _modulus, LimbRows.Count, Length, true);
    }

    private void Carry(int from, int count)
    {
        ulong open = 0;
        for (int i = 0; i < count; i++)
        {
            open += _columns[from + i];
            _result[i] = (uint)open & Limbs.Mask;
            open >>= Limbs.Bits;
        }
    }
}
