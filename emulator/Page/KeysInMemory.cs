using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Nf.Emulator.Page;

/// <summary>Keeps the keys that protect a page's state for as long as the process lives; the framework would leave them in the user's home.</summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_keys) return [.. _keys];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_keys) _keys.Add(element);
    }
}
