using Meent.Services.Pijplijn.Buiten;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>What a write does to a resource; the words of audit trail and notifications.</summary>
internal enum Actie
{
    Create,
    Update,
    PartialUpdate,
    Destroy,
}

/// <summary>A write under way.</summary>
/// <param name="Id">Of the resource that is written.</param>
/// <param name="Model">As the client wants it; the rules may complete it. At a deletion: as it was.</param>
/// <param name="Oud">As it was; null at creation.</param>
/// <param name="Versie">The version that it gets.</param>
/// <param name="Nummer">Gives the next number with a prefix, for an identificatie that the client leaves to us.</param>
internal sealed record Schrijven<T>(
    Resource<T> Resource, Aanroep Aanroep, Actie Actie, Guid Id, T Model, T? Oud, long Versie, DateTimeOffset Nu, Func<string, string> Nummer) where T : class
{
    public bool IsNieuw => Actie == Actie.Create;

    /// <summary>Fields that the client sent; a rule for <c>PATCH</c> may ask which. Null at a deletion.</summary>
    public IReadOnlySet<string> Gestuurd { get; init; } = new HashSet<string>();

    /// <summary>For the header <c>X-Warning</c> (Zaken 1.7.0): accepted all the same.</summary>
    public List<string> Waarschuwingen { get; } = [];

    public string? Toelichting { get; init; }

    /// <summary>Whether subscribers hear of it; an import of old data may leave them alone.</summary>
    public bool MetGebeurtenis { get; init; } = true;

    /// <summary>Whether it gets a line in the audit trail.</summary>
    public bool MetSpoor { get; init; } = true;

    /// <summary>What came with the JSON, see <see cref="Resource{T}.Inlezen"/>.</summary>
    public object? Bijlage { get; init; }

    /// <summary>Members that only the answer to this write has, as JSON with a comma before each.</summary>
    public string Toegift { get; set; } = "";

    /// <summary>What stands at URLs of elsewhere in it (<see cref="Resource.Buiten"/>).</summary>
    public Opgehaald Opgehaald { get; init; } = Opgehaald.Niets;

    /// <summary>Whether the caller has a further scope for an object of this type and level, such as <c>zaken.geforceerd-bijwerken</c>.</summary>
    public bool Mag(Scopes scope, Guid type = default, long rang = 0) =>
        Rechten.BereikOfNiets(Aanroep, scope, Resource.Zichtbaarheid) is { } bereik && (!Resource.Zichtbaarheid.PerObject || bereik.Omvat(type, rang));
}
