using Nf.Firmware.Certificates;
using Nf.Firmware.Identity;
using Nf.Firmware.Messages;
using Nf.Firmware.Provisioning;
using Nf.Hal.Crypto;

namespace Nf.Firmware.Online;

/// <summary>The tools that work on certificates, answers and imports needs: there only while such work is under way, since they take 40 KB of heap.</summary>
/// <remarks>One set for all: whoever works has it, room and pool included, for himself.</remarks>
internal sealed class Workbench
{
    private readonly ConfigurationDesk _configuration;
    private readonly CertificateDesk _certificates;
    private readonly SigningIdentity _signer;
    private readonly RegisterIdentity _identity;
    private Set _tools;

    internal Workbench(ConfigurationDesk configuration, CertificateDesk certificates, SigningIdentity signer, RegisterIdentity identity)
    {
        _configuration = configuration;
        _certificates = certificates;
        _signer = signer;
        _identity = identity;
    }

    /// <summary>The tools, laid out when they are not.</summary>
    internal Set Tools
    {
        get
        {
            if (_tools == null) _tools = new Set(this);
            return _tools;
        }
    }

    /// <summary>Wipes what an import of a key left, if there was one.</summary>
    internal void Wipe()
    {
        if (_tools != null) _tools.Own.Forget();
    }

    /// <summary>Clears the tools away; only while nobody works.</summary>
    /// <returns>False when there were none.</returns>
    internal bool Clear()
    {
        if (_tools == null) return false;
        Wipe();
        _tools = null;
        return true;
    }

    /// <summary>The tools themselves.</summary>
    internal sealed class Set
    {
        /// <summary>Bytes of the longest file and of the longest answer.</summary>
        private const int RoomLength = 16 * 1024;

        internal Set(Workbench bench)
        {
            var key = new RsaPublicKey();
            var parser = new ConfigurationParser();
            Chain = new CertificateChain(key);
            Anaf = new AnafImport(bench._certificates, Chain, Pool);
            Own = new OwnImport(bench._certificates, Chain, bench._signer, Pool);
            var signature = new AnafSignature(bench._certificates, key, Pool);
            var update = new ConfigurationUpdate(bench._configuration, Anaf, Bundle);
            Configuration = new ConfigurationImport(bench._certificates, bench._configuration, signature, update, parser);
            Answer = new ServerAnswer(signature, update, parser, Room);
            Empty = new EmptyEnvelope(bench._identity, bench._signer);
        }

        /// <summary>Takes a whole file or answer.</summary>
        internal byte[] Room { get; } = new byte[RoomLength];

        internal CertificatePool Pool { get; } = new CertificatePool();

        internal CertificateChain Chain { get; }

        internal CertificateBundle Bundle { get; } = new CertificateBundle();

        internal AnafImport Anaf { get; }

        internal OwnImport Own { get; }

        internal ConfigurationImport Configuration { get; }

        internal ServerAnswer Answer { get; }

        internal EmptyEnvelope Empty { get; }
    }
}
