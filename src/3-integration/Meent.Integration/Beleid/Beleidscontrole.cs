namespace Meent.Integration.Beleid;

/// <summary>Finds the mistakes in <c>Meent:Fsc:Beleid</c>.</summary>
internal static class Beleidscontrole
{
    /// <returns>Keys under <c>Beleid</c>, with what is wrong.</returns>
    public static IEnumerable<(string Sleutel, string Reden)> Fouten(IReadOnlyDictionary<string, BeleidOptions> beleid)
    {
        foreach (var (slug, een) in beleid)
        {
            if ((een.Pdp is null) == (een.Regels.Count == 0)) yield return (slug, "vraagt óf Pdp óf Regels.");
            if (een.Pdp is { } pdp)
            {
                foreach (var (lid, reden) in Fouten(pdp)) yield return ($"{slug}:Pdp:{lid}", reden);
            }

            foreach (var (naam, regel) in een.Regels)
            {
                foreach (var (lid, reden) in Fouten(regel)) yield return ($"{slug}:Regels:{naam}:{lid}", reden);
            }
        }
    }

    private static IEnumerable<(string Lid, string Reden)> Fouten(PdpOptions pdp)
    {
        if (!Uri.TryCreate(pdp.Adres, UriKind.Absolute, out var adres) || !(adres.Scheme == Uri.UriSchemeHttps || (adres.Scheme == Uri.UriSchemeHttp && adres.IsLoopback)))
            yield return ("Adres", $"'{pdp.Adres}' is geen https-adres; http mag alleen op deze machine.");
        if (pdp.Geduld <= TimeSpan.Zero || pdp.Geduld > TimeSpan.FromMinutes(1)) yield return ("Geduld", "moet tussen 0 en 1 minuut liggen.");
        if (pdp.Certificaat is { } certificaat)
        {
            if ((certificaat.Pem is null) == (certificaat.Pfx is null) || (certificaat.Pem is not null && certificaat.Sleutel is null))
                yield return ("Certificaat", "vraagt óf Pem met Sleutel óf Pfx.");
            foreach (var bestand in new[] { certificaat.Pem, certificaat.Sleutel, certificaat.Pfx }.OfType<string>().Where(b => !File.Exists(b)))
                yield return ("Certificaat", $"bestand '{bestand}' bestaat niet.");
        }

        foreach (var anker in pdp.Ankers.Where(a => !File.Exists(a))) yield return ("Ankers", $"bestand '{anker}' bestaat niet.");
    }

    private static IEnumerable<(string Lid, string Reden)> Fouten(RegelOptions regel)
    {
        if (regel.Kant is not (null or "inway" or "outway")) yield return ("Kant", $"'{regel.Kant}' is geen inway of outway.");
        foreach (var dag in regel.Dagen.Where(d => !Regelset.Weekdagen.Contains(d))) yield return ("Dagen", $"'{dag}' is geen dag; kies uit ma, di, wo, do, vr, za, zo.");
        foreach (var pad in regel.Paden.Where(p => !p.StartsWith('/'))) yield return ("Paden", $"'{pad}' begint niet met een schuine streep.");
        foreach (var methode in regel.Methoden.Where(m => m.Length == 0 || !m.All(char.IsAsciiLetterUpper))) yield return ("Methoden", $"'{methode}' is geen methode in hoofdletters.");
        if (regel.Kant == "inway" && regel.Clients.Count > 0) yield return ("Clients", "geldt alleen aan de outway.");
    }
}
