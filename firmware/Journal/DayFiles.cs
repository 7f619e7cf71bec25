namespace Nf.Firmware.Journal;

/// <summary>The names of one day's files, made once: they are asked for with every receipt.</summary>
internal sealed class DayFiles
{
    private int _day = -1;
    private string _text;
    private string _records;

    /// <summary>As <see cref="JournalFiles.Text"/>.</summary>
    internal string Text(int day)
    {
        Take(day);
        return _text;
    }

    /// <summary>As <see cref="JournalFiles.Records"/>.</summary>
    internal string Records(int day)
    {
        Take(day);
        return _records;
    }

    private void Take(int day)
    {
        if (day == _day) return;
        _text = JournalFiles.Text(day);
        _records = JournalFiles.Records(day);
        _day = day;
    }
}
