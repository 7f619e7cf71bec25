using System.Globalization;
using Nf.Emulator.Network;
using Nf.Emulator.Visit;

namespace Nf.Emulator.Page;

/// <summary>What the page asks before a visit, filled with a demo; the same as the options of <c>nf technician</c> and its file.</summary>
public sealed class VisitForm
{
    private const string Day = "yyyy-MM-dd";
    private static readonly VisitOrder s_demo = VisitOrder.Demo;

    private readonly VisitField _firm = new("Societatea", s_demo.Operator.Name);
    private readonly VisitField _seat = new("Sediul", s_demo.Operator.Address);
    private readonly VisitField _place = new("Punctul de lucru", s_demo.Operator.PointOfWork);
    private readonly VisitField _person = new("Reprezentantul", s_demo.Operator.Representative.Name);
    private readonly VisitField _capacity = new("Calitatea lui", s_demo.Operator.Representative.Capacity);
    private readonly VisitField _cardSeries = new("CI, seria", s_demo.Operator.Representative.CardSeries);
    private readonly VisitField _cardNumber = new("CI, numărul", s_demo.Operator.Representative.CardNumber);
    private readonly VisitField _cardIssuer = new("CI, eliberată de", s_demo.Operator.Representative.CardIssuer);
    private readonly VisitField _cardDate = Date("CI, eliberată la", s_demo.Operator.Representative.CardDate);
    private readonly VisitField _office = new("Organul fiscal", s_demo.TaxOffice);
    private readonly VisitField _type = new("Tipul (art. 17)", s_demo.Register.Type);
    private readonly VisitField _model = new("Modelul", s_demo.Register.Model);
    private readonly VisitField _trade = new("Denumirea comercială", s_demo.Register.TradeName);
    private readonly VisitField _configuration = new("Configurația", s_demo.Register.Configuration);
    private readonly VisitField _approval = new("Avizul", s_demo.Register.Approval);
    private readonly VisitField _acquired = Date("Achiziționat la", s_demo.Register.AcquiredOn);
    private readonly VisitField _unit = new("Unitatea", s_demo.Service.Name);
    private readonly VisitField _unitSeat = new("Adresa", s_demo.Service.Address);
    private readonly VisitField _unitCode = new("CIF", s_demo.Service.FiscalCode);
    private readonly VisitField _unitPhone = new("Telefon", s_demo.Service.Phone);
    private readonly VisitField _technician = new("Tehnicianul", s_demo.Technician.Name);
    private readonly VisitField _badge = new("Legitimația", s_demo.Technician.Badge);
    private readonly VisitField _number = new("Numărul de identificare", s_demo.Technician.Number);
    private readonly VisitField _requested = new("Solicitată la (gol: acum)", "", "datetime-local", isNeeded: false);
    private readonly VisitField _password = new("Technician's password", VisitPlan.FirstPassword, "password");
    private readonly VisitField _accessPoint = new("Access point (empty: the operator's)", "", isNeeded: false);
    private readonly VisitField _pin = new("PIN of the SIM (empty: none)", "", "password", isNeeded: false);
    private readonly VisitField _network = new("Wi-Fi network", WifiModel.UsualNetwork);
    private readonly VisitField _networkPassword = new("Its password (empty: open)", WifiModel.UsualPassword, "password", isNeeded: false);
    private readonly VisitField _seal = new("Starea sigiliului", s_demo.Request.Seal);
    private readonly VisitField _fault = new("Ce este de făcut", s_demo.Request.Fault);

    internal VisitForm()
    {
        Papers =
        [
            new("Utilizatorul", [_firm, _seat, _place, _person, _capacity, _cardSeries, _cardNumber, _cardIssuer, _cardDate, _office]),
            new("Aparatul", [_type, _model, _trade, _configuration, _approval, _acquired]),
            new("Unitatea de service", [_unit, _unitSeat, _unitCode, _unitPhone]),
            new("Intervenția", [_technician, _badge, _number, _requested, _seal, _fault]),
        ];
    }

    /// <summary>The way out: ethernet, wifi or cellular.</summary>
    internal string Way { get; set; } = "";

    /// <summary>The operator is shown how to use the register.</summary>
    internal bool OperatorTrained { get; set; } = s_demo.Request.OperatorTrained;

    /// <summary>People and papers.</summary>
    internal IReadOnlyList<VisitGroup> Papers { get; }

    /// <summary>What the chosen way out asks for, and the password.</summary>
    internal IReadOnlyList<VisitField> Access => Way switch
    {
        "wifi" => [_password, _network, _networkPassword],
        "cellular" => [_password, _accessPoint, _pin],
        _ => [_password],
    };

    /// <summary>The visit as it is filled in.</summary>
    internal VisitPlan Plan() => VisitPlan.Over(Way, Order(), _password.Value, _accessPoint.Value, _pin.Value, _network.Value, _networkPassword.Value);

    private VisitOrder Order() => new(
        new OperatorPaper(_firm.Value, _seat.Value, _place.Value, new PersonPaper(_person.Value, _capacity.Value, _cardSeries.Value, _cardNumber.Value,
            _cardIssuer.Value, DateOf(_cardDate, s_demo.Operator.Representative.CardDate))),
        new ModelPaper(_type.Value, _model.Value, _trade.Value, _configuration.Value, _approval.Value, DateOf(_acquired, s_demo.Register.AcquiredOn)),
        new ServicePaper(_unit.Value, _unitSeat.Value, _unitCode.Value, _unitPhone.Value),
        new TechnicianPaper(_technician.Value, _badge.Value, _number.Value),
        _office.Value,
        new RequestPaper(DateTime.TryParse(_requested.Value, CultureInfo.InvariantCulture, out var at) ? at : null, _seal.Value, _fault.Value, OperatorTrained));

    private static VisitField Date(string label, DateOnly day) => new(label, day.ToString(Day, CultureInfo.InvariantCulture), "date");

    // The browser sends a day or, against the form's rule, nothing.
    private static DateOnly DateOf(VisitField field, DateOnly otherwise) =>
        DateOnly.TryParseExact(field.Value, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : otherwise;
}
