using Nf.Emulator.Anaf.Offline;
using static Nf.Tests.Machine.Messages.A4200Folder;

namespace Nf.Tests.Machine.Messages;

/// <summary>Files of a folder for declaration A4200: each that is missing, foreign, twice or of something else is found.</summary>
[TestClass]
public sealed class A4200CheckTests
{
    private const string Opis = A4200Check.RegisterFile;

    [TestMethod]
    public void A_month_as_the_register_exports_it_has_nothing_wrong() => Finds(_ => { });

    [TestMethod]
    public void A_missing_file() => Finds(
        folder => File.Delete(folder[Second]),
        "folder: the register's message tells of Z 1 to 2, 2 days, and 1 are here", "folder: the file of Z 0002 is missing");

    [TestMethod]
    public void Foreign_files_and_folders() => Finds(
        folder =>
        {
            File.WriteAllText(folder["Thumbs.db"], "");
            Directory.CreateDirectory(folder["1234567890_Z0003.p7b"]);
        },
        "1234567890_Z0003.p7b: does not belong here", "Thumbs.db: does not belong here");

    [TestMethod]
    public void No_message_of_the_register() => Finds(folder => File.Delete(folder[Opis]), $"{Opis}: is missing");

    [TestMethod]
    public void Another_message_in_the_place_of_the_registers() => Finds(folder => File.Copy(folder[First], folder[Opis], true), $"{Opis}: is no register message");

    [TestMethod]
    public void Another_message_in_the_place_of_a_day() => Finds(
        folder => File.Copy(folder[Opis], folder["1234567890_Z0003.p7b"]), "1234567890_Z0003.p7b: is no day's message");

    [TestMethod]
    public void A_day_twice_under_another_name() => Finds(
        folder => File.Copy(folder[Second], folder["1234567890_Z0003.p7b"]),
        "1234567890_Z0003.p7b: Z 0002 is here twice", "1234567890_Z0003.p7b: holds Z 0002 of register 1234567890");

    [TestMethod]
    public void A_day_under_another_name() => Finds(
        folder => File.Move(folder[Second], folder["1234567890_Z0007.p7b"]), "1234567890_Z0007.p7b: holds Z 0002 of register 1234567890");

    [TestMethod]
    public void Days_outside_the_registers_numbers() => Finds(
        folder => folder.Edit(Opis, "nrRapF=\"2\"", "nrRapF=\"1\""),
        "folder: the register's message tells of Z 1 to 1, 1 days, and 2 are here", $"{Second}: is not in the period");

    [TestMethod]
    public void A_gap_in_the_numbers() => Finds(
        folder => folder.Edit(Opis, "nrRapI=\"1\" nrRapF=\"2\"", "nrRapI=\"2\" nrRapF=\"3\""),
        "folder: the file of Z 0003 is missing", $"{First}: is not in the period");

    [TestMethod]
    public void Days_of_another_month() => Finds(
        folder => folder.Edit(Opis, "luna=\"11\"", "luna=\"10\""),
        $"{First}: the day was closed on 16.11.2026, outside the month 10/2026", $"{Second}: the day was closed on 16.11.2026, outside the month 10/2026");

    [TestMethod]
    public void A_day_of_another_year() => Finds(
        folder => folder.Edit(Opis, "an=\"2026\"", "an=\"2025\""), $"{First}: the day was closed on 16.11.2026, outside the month 11/2025", $"{Second}: the day was closed");

    [TestMethod]
    public void A_day_of_another_register() => Finds(
        folder =>
        {
            File.Delete(folder[Second]);
            folder.Write("8000000001_Z0002.p7b", Anaf.DayText.Day(2, series: "8000000001"), OnlineRegister.Certificate);
        },
        "8000000001_Z0002.p7b: is of register 8000000001, not of 1234567890");

    [TestMethod]
    public void A_file_that_was_changed() => Finds(
        folder =>
        {
            var bytes = File.ReadAllBytes(folder[Second]);
            bytes[200] ^= 1;
            File.WriteAllBytes(folder[Second], bytes);
        },
        $"{Second}: not validly signed data", "folder: the register's message tells of Z 1 to 2", "folder: the file of Z 0002 is missing");

    [TestMethod]
    public void A_path_with_blanks()
    {
        using var month = new A4200Folder("luna 11");
        Starts(["folder: there are blanks in its path"], month.Check());
    }
}
