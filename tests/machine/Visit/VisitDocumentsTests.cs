using System.Net;
using System.Text.Json;
using Nf.Emulator.Commands;
using Nf.Emulator.Visit;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Visit;

[TestClass]
public class VisitDocumentsTests
{
    [TestMethod]
    public async Task The_intervention_book_has_every_point_of_the_article()
    {
        var text = Text(await Paper(VisitDocuments.Intervention, Visit()));
        foreach (var point in new[]
        {
            "a) Data și ora solicitării|24.11.2026 08:55", "b) Data și ora începerii intervenției|24.11.2026 09:10", "c) Starea sigiliului|rupt",
            "c) Defecțiunea, pe scurt|modem înlocuit", "d) Ultimul bon fiscal înainte de intervenție|nr. 0017 din ziua Z 0012",
            "d) Ultimul raport Z înainte de intervenție|nr. 0011", "e) Ultimul raport Z după intervenție|nr. 0013",
            "f) Data și ora terminării|24.11.2026 09:30", "f) Tehnician|TEHNICIAN DEMO, legitimația nr. 0001",
            "g) Resetări ale memoriei de lucru în timpul intervenției|2", "Instruirea operatorului|nu",
        }) StringAssert.Contains(text, point);
        StringAssert.Contains(text, "certificat importat");
        StringAssert.Contains(text, "RASPUNS 200\nOK");
    }

    [TestMethod]
    public async Task The_declaration_has_every_field_of_the_form()
    {
        var text = Text(await Paper(VisitDocuments.Declaration, Visit()));
        foreach (var field in new[]
        {
            "AJFP EXEMPLU", "POPESCU EXEMPLU, administrator; carte de identitate seria XX nr. 000000", "SPCLEP DEMO la 01.01.2020", "MAGAZIN DEMO SRL",
            "RO99999991", "Data instalării|01.10.2026 12:00", "Tipul|e) imprimantă fiscală", "Modelul|NF", "Denumirea comercială|NF EMULATOR",
            "Configurația|standard", "Seria aparatului|NF00000001", "fără aviz: emulator", "Seria fiscală|1234567890", "Data achiziționării|01.11.2026",
            "numărul de identificare T-0001", "SERVICE DEMO SRL",
        }) StringAssert.Contains(text, field);
    }

    [TestMethod]
    public async Task Names_are_text_and_never_markup()
    {
        var order = VisitOrder.Demo with { Technician = new TechnicianPaper("<script>alert(1)</script>", "1", "2") };
        foreach (var (name, paper) in await VisitDocuments.MakeAsync(Visit() with { Order = order }))
            if (name.EndsWith(".html", StringComparison.Ordinal)) Assert.IsFalse(paper.Contains("<script>", StringComparison.Ordinal), name);
    }

    [TestMethod]
    public async Task The_data_hold_what_the_papers_say()
    {
        var data = JsonDocument.Parse(await Paper(VisitDocuments.Data, Visit())).RootElement;
        Assert.AreEqual("rupt", data.GetProperty("intervention").GetProperty("seal").GetString());
        Assert.AreEqual(13, data.GetProperty("intervention").GetProperty("after").GetProperty("z").GetInt32());
        Assert.AreEqual("MAGAZIN DEMO SRL", data.GetProperty("order").GetProperty("operator").GetProperty("name").GetString());
    }

    [TestMethod]
    public void An_order_that_was_written_is_read_back_and_rubbish_is_refused_by_name()
    {
        using var folder = new TempFolder();
        var path = folder["visit.json"];
        File.WriteAllText(path, JsonSerializer.Serialize(VisitOrder.Demo, new JsonSerializerOptions(JsonSerializerDefaults.Web)));
        Assert.AreEqual(VisitOrder.Demo, VisitOrder.Load(path));
        foreach (var rubbish in new[] { "", "null", "{}", "[1]", """{"operator":null}""" })
        {
            File.WriteAllText(path, rubbish);
            StringAssert.Contains(Assert.ThrowsExactly<InputException>(() => VisitOrder.Load(path)).Message, "visit.json");
        }

        StringAssert.Contains(Assert.ThrowsExactly<InputException>(() => VisitOrder.Load(path + ".no")).Message, "visit.json.no");
    }

    private static VisitRecord Visit()
    {
        var entry = new InterventionRecord(new DateTime(2026, 11, 24, 8, 55, 0), new DateTime(2026, 11, 24, 9, 10, 0), "rupt", "modem înlocuit",
            new LastDocuments(17, 12, 11), new LastDocuments(0, 13, 13), new DateTime(2026, 11, 24, 9, 30, 0), 2, ["certificat importat"], false);
        return new VisitRecord(VisitOrder.Demo, "1234567890", "NF00000001", "RO99999991", new DateTime(2026, 10, 1, 12, 0, 0), entry,
            ["RASPUNS 200", "OK"], ["RAPORT Z"]);
    }

    private static async Task<string> Paper(string name, VisitRecord visit) => (await VisitDocuments.MakeAsync(visit))[name];

    // Cells side by side with a bar between, so that a value is looked for beside its name.
    private static string Text(string html)
    {
        var cells = html.Replace("</th><td>", "|");
        var text = System.Text.RegularExpressions.Regex.Replace(cells, "<style>.*?</style>|<[^>]+>", " ", System.Text.RegularExpressions.RegexOptions.Singleline);
        return System.Text.RegularExpressions.Regex.Replace(WebUtility.HtmlDecode(text), "[ ]{2,}|\n[ ]+", " ");
    }
}
