using System.Globalization;
using System.Text.Json;
using Meent.Services.Sdep.Bulk;
using Meent.Services.Sdep.Fouten;
using Meent.Services.Sdep.Invoer;

namespace Meent.Services.Sdep.Aanbiedingen;

/// <summary>A bulk message of which each item brings one listing a step further.</summary>
internal sealed class Stap
{
    public Stap(JsonElement[] items, Schema schema)
    {
        (Items, Uitslag) = (items, new Uitslag("listing", [.. items.Select(item => item.Tekst("listingId"))]));
        for (var plaats = 0; plaats < items.Length; plaats++)
        {
            var fouten = Toets.Van(items[plaats], schema);
            if (fouten.Count > 0) Uitslag.Fout(plaats, fouten);
        }
    }

    public JsonElement[] Items { get; }

    public Uitslag Uitslag { get; }

    /// <summary>Places of the items of which nothing wrong was found so far.</summary>
    public List<int> Open => [.. Enumerable.Range(0, Items.Length).Where(Uitslag.IsOpen)];

    /// <summary>Whether the listing is there, in the version that the item means, and may take this step; else the item fails.</summary>
    public bool Mag(int plaats, Aanbieding? huidig, params IReadOnlyList<string> standen)
    {
        var listingId = Items[plaats].Tekst("listingId");
        if (huidig is null) Uitslag.Fout(plaats, new Foutregel($"Listing with listingId '{listingId}' not found", "not_found_error", "listingId"));
        else if (Momenten.Lees(Items[plaats].Tekst("createdAt")!)!.Value.Waarde != huidig.Created)
            Uitslag.Fout(plaats, new Foutregel(string.Create(CultureInfo.InvariantCulture, $"Listing '{listingId}' version '{Items[plaats].Tekst("createdAt")}' is no longer current"), "conflict_error", "createdAt"));
        else if (!standen.Contains(huidig.Stand)) Uitslag.Fout(plaats, new Foutregel($"Listing '{listingId}' is {huidig.Stand}", "conflict_error", "listingId"));
        return Uitslag.IsOpen(plaats);
    }

    /// <summary>A moment later than that of the version before, however short ago that was: it tells versions apart.</summary>
    public static DateTimeOffset Na(DateTimeOffset nu, Aanbieding? huidig)
    {
        var heel = new DateTimeOffset(nu.UtcTicks - (nu.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        return huidig is null || heel > huidig.Created ? heel : huidig.Created.AddMicroseconds(1);
    }
}
