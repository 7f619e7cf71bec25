namespace Nf.Firmware.Sales;

/// <summary>What a receipt sold, in the order of sale, voided lines too. Room for all is there from the start.</summary>
public sealed class ReceiptItems
{
    /// <summary>Lines on one receipt at most.</summary>
    public const int Max = 200;

    private readonly uint[] _names = new uint[Max];
    private readonly long[] _prices = new long[Max];
    private readonly int[] _quantities = new int[Max];
    private readonly long[] _nets = new long[Max];
    private readonly long[] _changes = new long[Max];
    private readonly byte[] _groups = new byte[Max];
    private readonly LineKind[] _kinds = new LineKind[Max];
    private readonly bool[] _voided = new bool[Max];
    private readonly byte[] _departments = new byte[Max];
    private readonly short[] _articles = new short[Max];
    private readonly byte[] _articleGroups = new byte[Max];
    private int _count;
    private int _tips;

    /// <summary>Lines sold, voided ones too.</summary>
    public int Count => _count;

    /// <summary>Lines sold and not voided.</summary>
    public int Lines { get; private set; }

    /// <summary>A line was sold as an article of the base.</summary>
    public bool HasArticles { get; private set; }

    /// <summary>A tip was sold and not voided.</summary>
    public bool HasTip => _tips > 0;

    public bool IsVoided(int item) => _voided[item];

    /// <summary>The line's VAT group, 0 to 6 for A to G.</summary>
    public int GroupOf(int item) => _groups[item];

    /// <summary>The line's article, 0 for none.</summary>
    public int ArticleOf(int item) => _articles[item];

    /// <summary>The line's article group, 0 for none.</summary>
    public int ArticleGroupOf(int item) => _articleGroups[item];

    /// <summary>The line's department, 0 for none.</summary>
    public int DepartmentOf(int item) => _departments[item];

    /// <summary>Thousandths.</summary>
    public long QuantityOf(int item) => _quantities[item];

    /// <summary>What the line came to with its own discount or surcharge, bani.</summary>
    public long NetOf(int item) => _nets[item];

    /// <summary>What its own discount or surcharge changed the line by, bani.</summary>
    public long ChangeOf(int item) => _changes[item];

    /// <summary>The line is a tip or a deposit.</summary>
    public bool KeepsValue(int item) => LineKinds.KeepsValue(_kinds[item]);

    /// <summary>Adds a line; there must be room for it.</summary>
    /// <returns>Its index.</returns>
    internal int Add(SaleLine line)
    {
        int item = _count++;
        int article = line.Article;
        LineKind kind = line.Kind;
        _names[item] = line.NameCheck;
        _prices[item] = line.Price;
        _quantities[item] = (int)line.Quantity;
        _nets[item] = line.Net;
        _changes[item] = line.Adjustment.Change;
        _groups[item] = (byte)line.Group;
        _kinds[item] = kind;
        _voided[item] = false;
        _departments[item] = (byte)line.Department;
        _articles[item] = (short)article;
        _articleGroups[item] = (byte)line.ArticleGroup;
        if (article > 0) HasArticles = true;
        if (kind == LineKind.Tip) _tips++;
        Lines++;
        return item;
    }

    /// <summary>The latest line with that name, group, price, quantity and article that is not voided yet; -1 for none.</summary>
    internal int Find(SaleLine line)
    {
        uint name = line.NameCheck;
        for (int i = _count - 1; i >= 0; i--)
            if (!_voided[i] && _names[i] == name && IsSame(i, line)) return i;
        return -1;
    }

    internal void Void(int item)
    {
        _voided[item] = true;
        if (_kinds[item] == LineKind.Tip) _tips--;
        Lines--;
    }

    internal void Clear()
    {
        _count = 0;
        _tips = 0;
        Lines = 0;
        HasArticles = false;
    }

    private bool IsSame(int item, SaleLine line) =>
        _groups[item] == line.Group && _prices[item] == line.Price && _quantities[item] == line.Quantity
        && (line.Article == 0 || _articles[item] == line.Article);
}
