using System.Text.Json;

namespace Meent.Integration.Fsc.Contracten;

/// <summary>A place in a contract, which knows its path, so that an error can name it.</summary>
internal readonly record struct Veld(JsonElement Element, string Pad)
{
    public Veld Lid(string naam)
    {
        var pad = Pad.Length == 0 ? naam : $"{Pad}.{naam}";
        return Object().TryGetProperty(naam, out var waarde) ? new Veld(waarde, pad) : throw Fout(pad, "ontbreekt");
    }

    public Veld? LidOfNiets(string naam) => Object().TryGetProperty(naam, out _) ? Lid(naam) : null;

    public IEnumerable<Veld> Lijst()
    {
        if (Element.ValueKind != JsonValueKind.Array) throw Fout(Pad, "moet een lijst zijn");
        var pad = Pad;
        return Element.EnumerateArray().Select((lid, i) => new Veld(lid, $"{pad}[{i}]"));
    }

    public string Tekst(int min = 1, int max = 1024)
    {
        if (Element.ValueKind != JsonValueKind.String) throw Fout(Pad, "moet een tekst zijn");
        var tekst = Element.GetString()!;
        return tekst.Length >= min && tekst.Length <= max ? tekst : throw Fout(Pad, $"moet {min} tot {max} tekens lang zijn");
    }

    /// <summary>Unix seconds.</summary>
    public long Tijdstip() => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt64(out var tijd) && tijd is >= 0 and <= 253402300799
        ? tijd
        : throw Fout(Pad, "moet een Unix-tijdstip in seconden zijn");

    public JsonElement Object() => Element.ValueKind == JsonValueKind.Object ? Element : throw Fout(Pad, "moet een object zijn");

    public static FscException Fout(string pad, string wat) => new(422, FscCodes.InvalidContract, $"{pad} {wat}.");
}
