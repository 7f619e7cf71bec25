namespace Nf.Boards.Virtual;

/// <summary>Certificate and key of a register that nobody may use in a real system: everybody has them. Base64.</summary>
public static class TestKeyNeverUseInARealSystem
{
    /// <summary>The certificate, DER, for the series 1234567890, valid until 2036-11-16.</summary>
    public const string Certificate =
        "MIIEaTCCA1GgAwIBAgIQXOPBF2zkjoJOAiG+DztTWDANBgkqhkiG9w0BAQsFADBGMRowGAYDVQQKDBFORiB0ZXN0IGF1dGhvcml0" +
        "eTEoMCYGA1UEAwwfTkVWRVJfVVNFX0lOX0FfUkVBTF9TWVNURU0gcm9vdDAeFw0yNjExMTUwNzAwMDBaFw0zNjExMTYwNzAwMDBa" +
        "MF8xEzARBgNVBAUTCjEyMzQ1Njc4OTAxGjAYBgNVBAoMEU5GIHRlc3QgYXV0aG9yaXR5MSwwKgYDVQQDDCNORVZFUl9VU0VfSU5f" +
        "QV9SRUFMX1NZU1RFTSByZWdpc3RlcjCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAI2J2FEQ/FI2MnZdb3PJsbktSwSM" +
        "ESYzOxgKmxmI6KRRatCkKFcN7E3orODVDQJcUAD639ECVbnFECr/K4PG7Z0M5FSfCKvb2KgV06aQWjtK8Btv3SLt0MYajMRmhRxi" +
        "pNhW+FOstuBoRymyB0K4fNM1MZNx+5FSbgUdhR4BbHDDXMTy61KQwkxQeOMclo2eJpZBq9plmyueNOXyPBvlfS+ePl+QRDSXu3tK" +
        "HgzhfoAWYmHJjicN4m3h7IlooGI37VEm+tXfm9SVnBTRFlIevGiGfh7Z04Gzx3IYOc0wO1PwnhLunG080nCKPiI1IZnJbwXqrndP" +
        "GsgSyze2UxfxhjECAwEAAaOCATgwggE0MB0GA1UdDgQWBBSRbuXal8NjMt1qfH49srx7hjTwcTAMBgNVHRMBAf8EAjAAMA4GA1Ud" +
        "DwEB/wQEAwIHgDAfBgNVHSMEGDAWgBSHQk8pJzZ2XKIcb6bTgF8wewzkGDBiBggrBgEFBQcBAQRWMFQwJgYIKwYBBQUHMAGGGmh0" +
        "dHA6Ly9wa2kubmYuaW52YWxpZC9vY3NwMCoGCCsGAQUFBzAChh5odHRwOi8vcGtpLm5mLmludmFsaWQvcm9vdC5jZXIwOgYDVR0g" +
        "BDMwMTAvBgRVHSAAMCcwJQYIKwYBBQUHAgEWGWh0dHA6Ly9wa2kubmYuaW52YWxpZC9jcHMwNAYDVR0fBC0wKzApoCegJYYjaHR0" +
        "cDovL3BraS5uZi5pbnZhbGlkL3JlZ2lzdGVycy5jcmwwDQYJKoZIhvcNAQELBQADggEBADtHSC21GUdakW12bveFyRsQqXAjP+sh" +
        "HbmLVkpWqJggVL/ssnqqisbIi9I09ADkh7ykrg5aH8h3s7eCBuyqJwIodDOtzc/KCt+60r/kAbAkFRdd9O2r4kiepK0mPD4eifgY" +
        "nEQ6Ku+OnoGjSmfwfyY/Qk87MiReLHcsWF21ShaH+IsnISkxsHlrvjukpFrmu3N2FH38zt/wq/X6ftfo8nqbhwouZSmK7D4fjFCw" +
        "RW90eWqF0+7Wk4A7CjC/sCQ8M2y9hCqBFfZRRROnFqDC9VRFyHEClo800Du0a5qZwqT1jH3NfWyFM4CPE6LZv3+VVdekq6Dl0+Nq" +
        "OEhBAqXkJAU=";

    /// <summary>n.</summary>
    public const string Modulus =
        "jYnYURD8UjYydl1vc8mxuS1LBIwRJjM7GAqbGYjopFFq0KQoVw3sTeis4NUNAlxQAPrf0QJVucUQKv8rg8btnQzkVJ8Iq9vYqBXT" +
        "ppBaO0rwG2/dIu3QxhqMxGaFHGKk2Fb4U6y24GhHKbIHQrh80zUxk3H7kVJuBR2FHgFscMNcxPLrUpDCTFB44xyWjZ4mlkGr2mWb" +
        "K5405fI8G+V9L54+X5BENJe7e0oeDOF+gBZiYcmOJw3ibeHsiWigYjftUSb61d+b1JWcFNEWUh68aIZ+HtnTgbPHchg5zTA7U/Ce" +
        "Eu6cbTzScIo+IjUhmclvBequd08ayBLLN7ZTF/GGMQ==";

    /// <summary>p.</summary>
    public const string PrimeP =
        "vvjXQZtqpjEvurOvpvsz+4bhhygRIkEaVaocLXdsX0YM4WlouS7XpEy4hX7h2SIfD31q+zQVrDHq8fENW8lye+XsiKsSY4SI84LC" +
        "C4T+lYQhmrFtaOOSNMnQyBSqHaOjEYxXw5nlbzG5vPxg5PVjb37m6SfA4zS526AntLRVy40=";

    /// <summary>q.</summary>
    public const string PrimeQ =
        "vbvYqXvlRz7AJdUlAICulMV4s3jp0NZ2EhWvkBdocxTWu9EDhIkpunXSP2Rnpec0scPphVBPwh+/yUzZ4slezIetqGQyuSaENA3q" +
        "7bBpQGD3fLxVrIRHYjyVBYV0s33BRafHQ6xgfcH0Kgc2AfvZV9+pHJDJ7tlYHERigt7+ajU=";

    /// <summary>d mod (p - 1).</summary>
    public const string ExponentP =
        "e1/BmMXyEWnnXuOkz+irvYx2+N0erJWIkN00FP95CNf1jE6P9ErZz3AtKTk+aQuNK3GoAp+0fKlHEoTbT3gGORriQ6zZVWeTHlZU" +
        "TCLgYfGZ0BleCIw0sVvMQOZwvHMx7y1OqbQrsDlcuEYHxwLs+WPvg6NGDsLKa6O84xY58yU=";

    /// <summary>d mod (q - 1).</summary>
    public const string ExponentQ =
        "DSBPzvnpVNJ8jKGAW9aLPXOj9BarZm1P4dRqPve/nCaW7It7SNIMdv/rucMCgLHMLXg2UajKu81igVS1xkDUNCY2122HLNQDVW6Z" +
        "EDSiM3gB5zlIXBUSszMpxCYFet16X41J9d6ZFloywC2biOuZj8DDfFxv+/xBYkNA5Xjz9Pk=";

    /// <summary>The inverse of q mod p.</summary>
    public const string Coefficient =
        "YKn6WElCCCc4+sFx7xXj6tl848eJ6+kw1sistqmjjL5qmN5ObmzcYnq2cCfoGZWpDeWRry7PVnTz5r3aQxZoedvlNJcJbDyY9fFx" +
        "YpdS2/tT9cE3e3GmX1AYsQhvNwWh5vU4MzrS/g7cQEcCDiMqhdzFhZfDJDdGfP6yHvAmVI0=";
}
