using System.Text;

namespace Meent.Services.Adressen.Voorkomens;

/// <summary>What rows are asked for, with its arguments; each <c>?</c> stands for the next one.</summary>
internal sealed class Voorwaarden
{
    private readonly List<string> _eisen = [];
    private readonly List<object?> _args = [];

    public object?[] Args => [.. _args];

    public string Sql => _eisen.Count == 0 ? "1 = 1" : string.Join(" AND ", _eisen);

    public Voorwaarden Eis(string eis, params object?[] args)
    {
        var sql = new StringBuilder();
        var volgende = 0;
        foreach (var teken in eis)
        {
            if (teken != '?')
            {
                sql.Append(teken);
                continue;
            }

            _args.Add(args[volgende++]);
            sql.Append('$').Append(_args.Count);
        }

        _eisen.Add(sql.ToString());
        return this;
    }

    /// <summary>Those that point at an object.</summary>
    public Voorwaarden Wijst(string lid, string doel) => Eis("t.id IN (SELECT rij FROM adressen_verwijzingen WHERE doel = ? AND soort = ?)", doel, lid);
}
