namespace Nf.Firmware.Errors;

/// <summary>Every refusal of the register. The values are the numbers that hosts of the Datecs protocol know.</summary>
/// <remarks>
/// Where that protocol has no number that fits, the value is one of -190001 and below, which it does not use.
/// The numbers -112101..-112116 (form of a command's field 1..16) and -112201..-112216 (value of a field) have no names:
/// <see cref="FiscalErrors.Syntax"/>, <see cref="FiscalErrors.Value"/>.
/// </remarks>
public enum FiscalError
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>The fiscal memory cannot be written.</summary>
    FiscalMemoryWriteFailed = -100101,

    /// <summary>The fiscal memory is missing.</summary>
    FiscalMemoryMissing = -100105,

    /// <summary>The fiscal memory is damaged.</summary>
    FiscalMemoryDamaged = -100106,

    /// <summary>The fiscal memory is full.</summary>
    FiscalMemoryFull = -100114,

    /// <summary>The working memory cannot be written.</summary>
    WorkingMemoryFailed = -100501,

    /// <summary>The working memory lost its contents.</summary>
    WorkingMemoryLost = -100506,

    /// <summary>The clock stopped.</summary>
    ClockLost = -100508,

    /// <summary>The time is before the last record.</summary>
    ClockBeforeLastRecord = -101008,

    /// <summary>Date or time is wrong.</summary>
    ClockWrong = -112004,

    /// <summary>Internal error of the firmware.</summary>
    Internal = -101005,

    /// <summary>No paper.</summary>
    PaperEnd = -112006,

    /// <summary>The printer's cover is open.</summary>
    CoverOpen = -112007,

    /// <summary>The printing mechanism failed.</summary>
    PrinterMechanism = -112008,

    /// <summary>The printer does not answer.</summary>
    PrinterNotConnected = -102006,

    /// <summary>The printer takes no data.</summary>
    PrinterOffline = -190001,

    /// <summary>The electronic journal is missing.</summary>
    JournalMissing = -102007,

    /// <summary>The electronic journal cannot be written.</summary>
    JournalWriteFailed = -105001,

    /// <summary>The electronic journal is damaged.</summary>
    JournalDamaged = -105004,

    /// <summary>The journal belongs to another register.</summary>
    JournalForeign = -105008,

    /// <summary>The electronic journal is full.</summary>
    JournalFull = -105010,

    /// <summary>There is no such document.</summary>
    DocumentNotFound = -100004,

    /// <summary>There are no records in the period.</summary>
    NoRecords = -100005,

    /// <summary>The external saving medium is missing.</summary>
    ExternalMissing = -170001,

    /// <summary>The external medium cannot be written.</summary>
    ExternalWriteFailed = -170004,

    /// <summary>The external medium is full.</summary>
    ExternalFull = -190060,

    /// <summary>The file is there with other contents.</summary>
    FileExists = -190061,

    /// <summary>The fiscal memory is not written for a test.</summary>
    MemoryTestRefused = -190062,

    /// <summary>The register has no such module.</summary>
    NotFitted = -190063,

    /// <summary>No document of the journal is chosen.</summary>
    DocumentNotChosen = -190064,

    /// <summary>The medium for the journal is not empty.</summary>
    JournalNotEmpty = -190010,

    /// <summary>No more media for the journal can be initialised.</summary>
    JournalMediaExhausted = -190011,

    /// <summary>The journal's medium was never initialised.</summary>
    JournalBlank = -190012,

    /// <summary>The medium is an earlier one of this register's journal.</summary>
    JournalEarlier = -190013,

    /// <summary>The day is not on this journal medium.</summary>
    JournalDayAbsent = -190014,

    /// <summary>The operator does not exist.</summary>
    WrongOperator = -190002,

    /// <summary>The password is wrong.</summary>
    WrongPassword = -102002,

    /// <summary>The service switch is off.</summary>
    ServiceSwitchNeeded = -104001,

    /// <summary>The service password is needed.</summary>
    ServicePasswordNeeded = -104002,

    /// <summary>The register is in service mode.</summary>
    ServiceMode = -110106,

    /// <summary>The manager's password is needed.</summary>
    ManagerNeeded = -110111,

    /// <summary>The trial mode is over.</summary>
    TrialOver = -190040,

    /// <summary>Too many wrong passwords.</summary>
    PasswordDelayed = -190041,

    /// <summary>The new password is not fit.</summary>
    PasswordUnfit = -190042,

    /// <summary>The header is too long.</summary>
    HeaderTooLong = -190043,

    /// <summary>The time is too far in the future.</summary>
    ClockTooFar = -190044,

    /// <summary>All 16 changes are used.</summary>
    HeaderChangesUsed = -190045,

    /// <summary>All changes of rates are used.</summary>
    VatChangesUsed = -190046,

    /// <summary>The register is not fiscalised.</summary>
    NotFiscalised = -110104,

    /// <summary>The register is already fiscalised.</summary>
    AlreadyFiscalised = -110105,

    /// <summary>Serial or fiscal memory number is missing.</summary>
    IdentityMissing = -102003,

    /// <summary>The receipt's header is empty.</summary>
    HeaderMissing = -102010,

    /// <summary>The VAT rates are not set.</summary>
    VatRatesNotSet = -102009,

    /// <summary>A Z report is needed first.</summary>
    ZReportNeeded = -104000,

    /// <summary>24 hours have passed without a Z report.</summary>
    DayTooLong = -111024,

    /// <summary>A receipt is open.</summary>
    ReceiptOpen = -111015,

    /// <summary>No receipt is open.</summary>
    ReceiptClosed = -111016,

    /// <summary>A fiscal receipt is open.</summary>
    FiscalReceiptOpen = -111047,

    /// <summary>A non-fiscal document is open.</summary>
    NonFiscalOpen = -111046,

    /// <summary>A receipt with the host's key was issued already.</summary>
    ReceiptIssued = -190032,

    /// <summary>The text says that a document is a fiscal receipt, which it is not.</summary>
    TextForbidden = -190031,

    /// <summary>The register prints no images.</summary>
    NoGraphics = -190030,

    /// <summary>The receipt has the most lines it can.</summary>
    TooManyItems = -111019,

    /// <summary>The receipt has no sales.</summary>
    NoItems = -111020,

    /// <summary>The VAT group has no rate.</summary>
    VatGroupUnused = -111005,

    /// <summary>There is no such VAT group.</summary>
    VatGroupWrong = -111008,

    /// <summary>There is no such department.</summary>
    DepartmentWrong = -111009,

    /// <summary>The value is too large.</summary>
    ValueTooLarge = -111031,

    /// <summary>The value is wrong.</summary>
    ValueWrong = -111032,

    /// <summary>The price is too large.</summary>
    PriceTooLarge = -111033,

    /// <summary>The quantity is too large.</summary>
    QuantityTooLarge = -111012,

    /// <summary>The quantity is wrong.</summary>
    QuantityWrong = -190003,

    /// <summary>Price times quantity is too large.</summary>
    ProductTooLarge = -111006,

    /// <summary>Price times quantity is zero.</summary>
    ProductZero = -111030,

    /// <summary>The receipt's total is too large.</summary>
    ReceiptOverflow = -111052,

    /// <summary>The day's total is too large.</summary>
    DayOverflow = -111013,

    /// <summary>The total would become negative.</summary>
    NegativeTurnover = -111021,

    /// <summary>The line to void is not on the receipt.</summary>
    NoSuchLine = -111023,

    /// <summary>The receipt's total is zero.</summary>
    TotalZero = -111065,

    /// <summary>The buyer's code is missing.</summary>
    BuyerMissing = -111049,

    /// <summary>The buyer's code is wrong.</summary>
    BuyerWrong = -111074,

    /// <summary>The buyer's code is already entered.</summary>
    BuyerAlreadySet = -111048,

    /// <summary>The line takes no discount or surcharge.</summary>
    AdjustmentForbidden = -111062,

    /// <summary>Tips and SGR deposits bear no VAT.</summary>
    VatOnLineForbidden = -190020,

    /// <summary>The tip is already on the receipt.</summary>
    TipTwice = -190021,

    /// <summary>The traveller's data are missing.</summary>
    TravellerMissing = -190022,

    /// <summary>The last payment that a receipt has room for leaves a rest.</summary>
    LastPaymentShort = -190023,

    /// <summary>The payment has begun.</summary>
    PaymentBegun = -111018,

    /// <summary>The payment has not begun.</summary>
    PaymentNotBegun = -111050,

    /// <summary>The payment mode is not allowed.</summary>
    PaymentForbidden = -111061,

    /// <summary>Payment in foreign currency is not set up.</summary>
    ForeignNotSet = -111057,

    /// <summary>The sum is above the receipt's.</summary>
    SumAbove = -111063,

    /// <summary>The sum is below the receipt's.</summary>
    SumBelow = -111064,

    /// <summary>There is not enough cash in the drawer.</summary>
    NotEnoughCash = -111017,

    /// <summary>There is no such article.</summary>
    ArticleUnknown = -111004,

    /// <summary>The article has no price.</summary>
    ArticleHasNoPrice = -111007,

    /// <summary>There is no article with this bar code.</summary>
    BarcodeUnknown = -111010,

    /// <summary>There is no such type of price.</summary>
    PriceTypeWrong = -111069,

    /// <summary>There is no such unit of measure.</summary>
    UnitWrong = -111083,

    /// <summary>The price is above the article's maximum.</summary>
    PriceAboveProgrammed = -111089,

    /// <summary>The article's price is fixed.</summary>
    PriceFixed = -111090,

    /// <summary>Another article has this bar code.</summary>
    BarcodeTaken = -103002,

    /// <summary>There is no room for more articles or bar codes.</summary>
    ArticlesFull = -103003,

    /// <summary>The article was sold since it was cleared last.</summary>
    ArticleHasTurnover = -103004,

    /// <summary>There is nothing more to read.</summary>
    NoMoreData = -100003,

    /// <summary>The server's name is not known in the network.</summary>
    ServerNameUnknown = -110700,

    /// <summary>The server's machine refused the connection.</summary>
    ServerRefusedConnection = -110701,

    /// <summary>The server does not answer the connection.</summary>
    ServerUnreachable = -110702,

    /// <summary>The server's address is wrong or missing.</summary>
    ServerAddressWrong = -110703,

    /// <summary>The secure channel (TLS) was not agreed.</summary>
    ServerTlsFailed = -110705,

    /// <summary>The server's answer is not valid HTTP.</summary>
    AnswerMalformed = -110706,

    /// <summary>The server's certificate is not to be trusted: authority, name or validity.</summary>
    ServerNotTrusted = -190170,

    /// <summary>The server refused the register's certificate.</summary>
    RegisterCertificateRefused = -190171,

    /// <summary>The connection broke.</summary>
    ConnectionLost = -190172,

    /// <summary>The server takes no more data.</summary>
    SendStalled = -190173,

    /// <summary>The server's answer did not come in time.</summary>
    AnswerLate = -190174,

    /// <summary>The server's answer is too long.</summary>
    AnswerTooLong = -190175,

    /// <summary>The exchange was given up.</summary>
    ExchangeCancelled = -190176,

    /// <summary>The server answered with an error status.</summary>
    ServerStatus = -190177,

    /// <summary>The modem or network chip does not answer.</summary>
    LinkNotConnected = -190180,

    /// <summary>There is no SIM in the modem, or it cannot be read.</summary>
    SimMissing = -190181,

    /// <summary>The SIM asks for a PIN and none is programmed.</summary>
    SimPinNeeded = -190182,

    /// <summary>The SIM refused the PIN.</summary>
    SimPinRefused = -190183,

    /// <summary>The SIM is blocked and asks for its PUK.</summary>
    SimBlocked = -190184,

    /// <summary>No operator took the modem.</summary>
    OperatorNotFound = -190185,

    /// <summary>The operator refused the data connection.</summary>
    AccessPointRefused = -190186,

    /// <summary>There is no network cable, or nothing at its other end.</summary>
    CableMissing = -190187,

    /// <summary>There is no Wi-Fi network of this name.</summary>
    WifiMissing = -190188,

    /// <summary>The Wi-Fi network refused the password.</summary>
    WifiRefused = -190189,

    /// <summary>The network gave no address.</summary>
    AddressMissing = -190190,

    /// <summary>No way out to the network is fitted and chosen.</summary>
    NoWayOut = -190191,

    /// <summary>The way out does not come up in time.</summary>
    LinkLate = -190192,

    /// <summary>The register has not what the variable stands for.</summary>
    VariableAbsent = -190050,

    /// <summary>The variable can only be read.</summary>
    VariableReadOnly = -190051,

    /// <summary>The name is longer than the register keeps.</summary>
    NameTooLong = -190052,

    /// <summary>There are data that ANAF has not got.</summary>
    UnsentData = -110202,

    /// <summary>ANAF's server refused the message.</summary>
    ServerRefused = -110205,

    /// <summary>The answer of ANAF's server is not valid.</summary>
    AnswerWrong = -110206,

    /// <summary>Blocked: Z reports unsent for too long.</summary>
    BlockedUnsent = -110217,

    /// <summary>ANAF's server has no address.</summary>
    ServerAddressMissing = -110221,

    /// <summary>The file is not on the external medium.</summary>
    ImportFileMissing = -190200,

    /// <summary>The file to import is too long.</summary>
    ImportFileTooLong = -190201,

    /// <summary>The file to import cannot be read.</summary>
    ImportFileUnreadable = -190202,

    /// <summary>ANAF's certificate is missing.</summary>
    AnafCertificateFirst = -190203,

    /// <summary>The register's certificate is missing.</summary>
    OwnCertificateFirst = -190204,

    /// <summary>The configuration has not the form of the order.</summary>
    ConfigurationForm = -190205,

    /// <summary>The configuration has a wrong value.</summary>
    ConfigurationValue = -190206,

    /// <summary>The configuration is not complete.</summary>
    ConfigurationIncomplete = -190207,

    /// <summary>The configuration is of another register.</summary>
    ConfigurationForeign = -190208,

    /// <summary>The configuration is not newer.</summary>
    ConfigurationOld = -190209,

    /// <summary>The file lacks the register's key.</summary>
    KeyMissing = -190211,

    /// <summary>The key is not the certificate's.</summary>
    KeyWrong = -190212,

    /// <summary>The crypto module does not answer.</summary>
    CryptoModuleFailed = -190218,

    /// <summary>The online module lost its contents.</summary>
    ModuleMemoryLost = -190219,

    /// <summary>The module's memory cannot be written.</summary>
    ModuleMemoryFailed = -190220,

    /// <summary>The unblocking code does not fit.</summary>
    UnblockCodeWrong = -190221,

    /// <summary>ANAF: the register does not work normally.</summary>
    ServiceAsked = -190222,

    /// <summary>The register has no online module.</summary>
    OnlineAbsent = -190223,

    /// <summary>A connection test is under way.</summary>
    ConnectionTestRuns = -190230,

    /// <summary>An import ended the connection test.</summary>
    ConnectionTestStopped = -190231,

    /// <summary>The board's program changes by cable alone.</summary>
    UpdateByCable = -190240,

    /// <summary>The update's manifest cannot be read.</summary>
    UpdateManifestInvalid = -190241,

    /// <summary>The update is not signed by the maker.</summary>
    UpdateSignatureWrong = -190242,

    /// <summary>The update is for another product.</summary>
    UpdateProductWrong = -190243,

    /// <summary>The update is for another board.</summary>
    UpdateBoardWrong = -190244,

    /// <summary>The update's version runs already.</summary>
    UpdateSame = -190245,

    /// <summary>The update is older than what runs.</summary>
    UpdateOlder = -190246,

    /// <summary>A version in between must come first.</summary>
    UpdateTooFar = -190247,

    /// <summary>The update is for one other register.</summary>
    UpdateOrderForeign = -190248,

    /// <summary>The image is not the one that was signed.</summary>
    UpdateImageWrong = -190249,

    /// <summary>The image does not fit.</summary>
    UpdateImageTooLong = -190250,

    /// <summary>The image could not be written.</summary>
    UpdateWriteFailed = -190251,

    /// <summary>A new program waits for the next start.</summary>
    UpdateRestartNeeded = -190252,

    /// <summary>The new program is on trial.</summary>
    UpdateOnTrial = -190253,

    /// <summary>The new program was given up.</summary>
    UpdateFailed = -190254,

    /// <summary>The certificate cannot be read.</summary>
    CertificateInvalid = -107001,

    /// <summary>The certificate is missing.</summary>
    CertificateMissing = -107007,

    /// <summary>The certificate has a form that is not permitted.</summary>
    CertificateUnsupported = -190100,

    /// <summary>The certificate has expired.</summary>
    CertificateExpired = -190101,

    /// <summary>The certificate is not valid yet.</summary>
    CertificateNotYetValid = -190102,

    /// <summary>The certificate does not come from ANAF.</summary>
    CertificateUntrusted = -190103,

    /// <summary>The certificate's signature is wrong.</summary>
    CertificateSignatureWrong = -190104,

    /// <summary>The certificate is not for this purpose.</summary>
    CertificateUsageWrong = -190105,

    /// <summary>The certificate is another register's.</summary>
    CertificateForeign = -190106,

    /// <summary>The certificates are too many or too large.</summary>
    CertificateTooLarge = -190107,

    /// <summary>The signed data cannot be read.</summary>
    SignedInvalid = -190110,

    /// <summary>The data are signed in a form that is not permitted.</summary>
    SignedUnsupported = -190111,

    /// <summary>The signed content was changed.</summary>
    SignedContentChanged = -190112,

    /// <summary>The signature of the data is wrong.</summary>
    SignatureWrong = -190113,

    /// <summary>The signer's certificate is missing.</summary>
    SignerUnknown = -190114,

    /// <summary>The PEM file cannot be read.</summary>
    PemInvalid = -190115,

    /// <summary>The PEM file has a block that is not permitted.</summary>
    PemUnsupported = -190116,

    /// <summary>The private key cannot be read.</summary>
    KeyInvalid = -190117,

    /// <summary>The private key has a form that is not permitted.</summary>
    KeyUnsupported = -190118,

    /// <summary>Messages of the journal's card are not settled: it cannot be changed.</summary>
    MessagesPending = -190140,

    /// <summary>The crypto module did not sign.</summary>
    SigningFailed = -190141,

    /// <summary>The export's folder on the external medium is not empty.</summary>
    FolderNotEmpty = -190142,

    /// <summary>There is no such command.</summary>
    CommandUnknown = -112000,

    /// <summary>The command's form is wrong.</summary>
    CommandSyntax = -112001,

    /// <summary>The command is not permitted now.</summary>
    CommandNotPermitted = -112002,

    /// <summary>The operation before is not finished.</summary>
    Busy = -190004,
}
