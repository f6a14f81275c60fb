using Meent.Data.Opslag;

namespace Meent.Services.Toegang;

/// <summary>Roles in the store: which rights each gives.</summary>
internal static class Rollen
{
    public static ValueTask<List<Rol>> AlleRollen(this Session session) =>
        session.All("SELECT naam, rechten FROM toegang_rollen ORDER BY naam", r => new Rol(r.Text(0), Splits(r.Text(1))));

    public static ValueTask<int> Zet(this Session session, Rol rol) => session.Execute(
        "INSERT INTO toegang_rollen (naam, rechten) VALUES ($1, $2) ON CONFLICT (naam) DO UPDATE SET rechten = excluded.rechten",
        rol.Naam, string.Join(' ', rol.Rechten.Distinct().Order(StringComparer.Ordinal)));

    public static IReadOnlyList<string> Splits(string rechten) => rechten.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
