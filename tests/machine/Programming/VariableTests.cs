using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Programming;

/// <summary>The variables of command 255: each name of the protocol does something, or is refused as absent, as the page says.</summary>
[TestClass]
public sealed class VariableTests
{
    private const string Programmed = "Footer OperName Dept_name ItemGroups_name Unit_name PayNamePgmbl EcrPluDailyClearing AnafEmptyMessage CurrNameForeign ExchangeRate";

    private const string State = "Header nZreport nReset nVatChanges nIDnumberChanges nFMnumberChanges nTAXnumberChanges nHeaderChanges valVat IDnumber "
        + "FMnumber TAXnumber UserIsVatRegistered FmWriteDateTime Fiscalized DFR_needed nBon nFBon nFBonDailyCount Block24h CurrClerk EJNumber "
        + "PrintColumns AirPortLocated EcrMode";

    private const string Fixed = "EmptyLineAfterTotal DblHeigh_totalinreg Bold_payments BarcodePrint LogoPrint ForeignPrint IntUseReceipts ItemsCount "
        + "AutoPaperCutting FlushAtEndOnly EcrAskForPassword EcrAskForVoidPassword EcrSafeOpening EcrMidnightWarning EcrConnectedOperReport "
        + "EcrConnectedGroupsReport EcrConnectedDeptReport EcrConnectedPluSalesReport EcrConnectedCashReport Payment_forbidden CurrNameLocal "
        + "DecimalPoint FpComBaudRate MainInterfaceType";

    private const string Absent = "PrnQuality PaperCuttingType BarCodeHeight BarcodeName Line_spacing TimeOutBeforePrintFlush BackFeedSteps EcrLogNumber "
        + "EcrOnlyAdminOpenShift EcrNumberBarcode EcrScaleBarMask EcrLogReport AutoPowerOff BkLight_AutoOff OperPasw PluDiscountName StlDiscountName "
        + "DPxx_PluCode KeyNDB_value KeyOTS_value LastValiddate nRBonDailyCount ProfileType Profile_startDate Profile_endDate NetInterfaceToUse BthEnable "
        + "LanMAC DHCPenable LAN_IP LAN_NetMask LAN_Gateway LAN_PriDNS LAN_SecDNS LANport_fpCommands IMEI APN APN_User APN_Pass SimPin SimICCID SimIMSI "
        + "SimTelNumber ModemModel ServMessage ServiceDate DsblKeyZreport DsblKeyXreport DsblKeyDiagnostics DsblKeyFmReports DsblKeyOperatorsReports "
        + "DsblKeyJournal DsblKeyDateTime DsblKeyCloseReceipt DsblKeyCancelReceipt";

    // Families of names that the page gives by their beginning.
    private static readonly string[] Families = ["KeyNDB_", "KeyOTS_", "Bth", "LAN", "Lan", "APN", "Sim", "DsblKey"];

    private readonly TestRegister _register = TestRegister.Fiscalised();

    [TestMethod]
    public void Every_name_of_the_protocol_is_one_of_four_kinds()
    {
        foreach (var name in Programmed.Split(' '))
        {
            _register.Do(255, $"{name}\t0\t\t");
            Assert.AreNotEqual((int)FiscalError.VariableReadOnly, _register.Host.SendData(255, $"{name}\t0\t?\t").ErrorCode, name);
        }

        foreach (var name in State.Split(' '))
        {
            _register.Do(255, $"{name}\t0\t\t");
            _register.Refused(FiscalError.VariableReadOnly, 255, $"{name}\t0\t1\t");
        }

        foreach (var name in Fixed.Split(' '))
        {
            var value = Read(name);
            _register.Do(255, $"{name}\t0\t{value}\t");
            _register.Refused(FiscalError.VariableAbsent, 255, $"{name}\t0\t9{value}\t");
            Assert.AreEqual(value, Read(name), name);
        }

        foreach (var name in Absent.Split(' '))
        {
            _register.Refused(FiscalError.VariableAbsent, 255, $"{name}\t0\t\t");
            _register.Refused(FiscalError.VariableAbsent, 255, $"{name}\t0\t1\t");
        }
    }

    [TestMethod]
    public void The_page_names_each()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "datecs.md"));
        foreach (var name in string.Join(' ', Programmed, State, Fixed, Absent).Split(' '))
        {
            var written = Families.FirstOrDefault(family => name.StartsWith(family, StringComparison.Ordinal)) ?? name;
            StringAssert.Contains(page, $"`{written}", name);
        }
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 54 (4)")]
    public void Name_and_rate_of_the_foreign_currency_are_those_that_a_buyer_pays_in()
    {
        Assert.AreEqual("", Read("CurrNameForeign"));
        _register.Refused(FiscalError.ForeignNotSet, 255, "ExchangeRate\t\t497050\t");
        _register.Do(255, "CurrNameForeign\t\tEUR\t");
        _register.Do(255, "ExchangeRate\t\t497050\t");
        Assert.AreEqual(FiscalError.None, _register.Machine.PowerOn());
        Assert.AreEqual("EUR 497050", $"{Read("CurrNameForeign")} {Read("ExchangeRate")}");
        _register.Do(48, "1\t0001\t1\t\t\t");
        _register.Do(49, "Cafea\t1\t49.71\t1.000\t\t\t0\tBUC\t");
        _register.Refused(FiscalError.FiscalReceiptOpen, 255, "ExchangeRate\t\t500000\t");
        CollectionAssert.AreEqual(new[] { "R", "0.00" }, _register.Do(53, "9\t10\t").Fields);
        _register.Do(56);
        _register.Machine.RunToRest();
        Assert.IsTrue(_register.Paper.Any(line => line.Contains("CURS 4.97050", StringComparison.Ordinal)));
        _register.Refused(FiscalError.ZReportNeeded, 255, "ExchangeRate\t\t500000\t");
        _register.Refused(FiscalError.ZReportNeeded, 255, "CurrNameForeign\t\tUSD\t");
        _register.Do(69, "Z\t");
        _register.Do(255, "CurrNameForeign\t\tEUR\t");
        Assert.AreEqual("497050", Read("ExchangeRate"), "the same name again");
    }

    [TestMethod]
    public void What_the_emulator_sets_is_what_a_host_reads_and_another_name_takes_the_rate_away()
    {
        Assert.AreEqual(FiscalError.None, _register.Register.SetForeignCurrency("EUR", 497050));
        Assert.AreEqual("EUR 497050", $"{Read("CurrNameForeign")} {Read("ExchangeRate")}");
        _register.Do(255, "CurrNameForeign\t\tUSD\t");
        Assert.AreEqual("USD 0", $"{Read("CurrNameForeign")} {Read("ExchangeRate")}");
        _register.Refused(FiscalError.ForeignNotSet, 70, "2\t10.00\t");
        _register.Do(255, "ExchangeRate\t\t450000\t");
        _register.Do(255, "CurrNameForeign\t\t \t");
        Assert.AreEqual(" 0", $"{Read("CurrNameForeign")} {Read("ExchangeRate")}");
    }

    [TestMethod]
    [DataRow("CurrNameForeign", "eur", -112203)]
    [DataRow("CurrNameForeign", "EU", -112203)]
    [DataRow("CurrNameForeign", "EURO", (int)FiscalError.NameTooLong)]
    [DataRow("ExchangeRate", "4.9705", -112103)]
    [DataRow("ExchangeRate", "-1", -112203)]
    [DataRow("ExchangeRate", "1000000000", -112203)]
    public void A_currency_that_is_none_is_refused(string name, string value, int error)
    {
        _register.Register.SetForeignCurrency("EUR", 497050);
        _register.Refused((FiscalError)error, 255, $"{name}\t\t{value}\t");
        Assert.AreEqual("EUR 497050", $"{Read("CurrNameForeign")} {Read("ExchangeRate")}");
    }

    [TestMethod]
    public void Mode_and_place_are_those_of_the_register()
    {
        Assert.AreEqual("0 0", $"{Read("EcrMode")} {Read("AirPortLocated")}");
        _register.Hardware.Printer.PaperLoaded = false;
        _register.Machine.Idle(TimeSpan.FromSeconds(2));
        Assert.AreEqual(_register.Do(149, "\t").Fields[0], Read("EcrMode"), "blocked");
        Assert.AreEqual("6", Read("EcrMode"));
        var shop = TestRegister.Fiscalised(order => order.Identity.Type = RegisterType.Airport);
        Assert.AreEqual("1", shop.Do(255, "AirPortLocated\t\t\t").Fields[0]);
    }

    private string Read(string name) => _register.Do(255, $"{name}\t\t\t").Fields[0];
}
