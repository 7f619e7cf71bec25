using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Paper;

/// <summary>Reports about articles, departments and operators, and a host's own document.</summary>
[TestClass]
public sealed class ShopPaperTests
{
    [TestMethod]
    [EachWidth]
    public void Reports_of_the_shop(int columns)
    {
        var register = Sold(columns);
        Report("report-departments", 88);
        Report("report-article-groups", 87);
        Report("report-operators", 105, "1\t30\t0\t");
        Report("report-operators-clearing", 105, "1\t30\t1\t");
        Report("report-articles-detailed", 111, "0\t\t\t");
        Report("report-articles-summary", 111, "1\t\t\t");
        Report("report-articles-programmed", 111, "4\t\t\t");
        Report("report-articles-stock", 111, "5\t\t\t");
        Report("report-articles-detailed-clearing", 111, "2\t\t\t");
        Sell(register);
        Report("report-articles-summary-clearing", 111, "3\t\t\t");

        void Report(string name, int command, string data = "")
        {
            register.At(20, 0).Print(command, data);
            GoldenPaper.Check(name, register);
        }
    }

    [TestMethod]
    [EachWidth]
    public void A_hosts_own_document(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(12, 30);
        register.Do(38);
        register.Do(42, "NOTĂ DE PLATĂ MASA 7\t1\t0\t1\t0\t1\t");
        register.Do(92, "2\t");
        register.Do(42, "2 x Ciorbă de burtă cu smântână și ardei\t");
        register.Do(42, "TOTAL 60.00 LEI\t1\t0\t0\t0\t2\t");
        register.Do(42, "Bacșiș: 0%[_] 5%[_] 10%[_] 15%[_] sau ______ lei\t");
        register.Do(92, "1\t");
        register.Do(84, "1\t40170725\t");
        register.Do(39);
        register.Machine.RunToRest();
        GoldenPaper.Check("non-fiscal", register);
    }

    private static TestRegister Sold(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns);
        register.Do(255, "OperName\t0\tAna Pop\t");
        register.Do(255, "Unit_name\t1\tKG\t");
        register.Do(255, "Dept_name\t2\tLactate și brânzeturi\t");
        register.Do(255, "Dept_name\t4\tCafea și ceai\t");
        register.Do(255, "ItemGroups_name\t7\tBăuturi calde\t");
        register.Do(107, "P\t1\tA\t5\t8\t0\t10.00\t\t20\t5941234567899\t\t\t\tCafea măcinată\t0\t");
        register.Do(107, "P\t17\tB\t3\t5\t2\t45.90\t\t12.500\t40170725\t\t\t\tTelemea de oaie maturată în saramură\t1\t");
        register.At(10, 0);
        Sell(register);
        register.Do(48, "2\t0002\t1\t\t\t");
        register.Sell("3.00", "2");
        register.Sell("-3.00", "2");
        register.Sell("7.00", kind: "2", value: "10");
        register.PayAndClose();
        return register;
    }

    private static void Sell(TestRegister register)
    {
        register.Open();
        register.Do(58, "1\t2\t\t\t\t");
        register.Do(58, "17\t0.285\t45.90\t2\t10.00\t");
        register.PayAndClose();
    }
}
