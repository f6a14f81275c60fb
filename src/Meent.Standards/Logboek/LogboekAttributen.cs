namespace Meent.Standards.Logboek;

/// <summary>Attribute names of Logboek Dataverwerkingen 1.0.0 (3.2.2), and the few of our own outside its <c>dpl</c> namespace.</summary>
public static class LogboekAttributen
{
    public const string Prefix = "dpl.";
    public const string Activiteit = "dpl.core.processing_activity_id";
    public const string Betrokkene = "dpl.core.data_subject_id";
    public const string BetrokkeneType = "dpl.core.data_subject_id_type";
    public const string Aanroeper = "dpl.core.foreign_operation.processor";

    /// <summary>What came along from the calling application: its names begin with this (3.3.2).</summary>
    public const string VanAanroeper = "dpl.core.foreign_operation.";

    /// <summary>Where the called organisation tells of its part: URL of its read API, or of a page (extensie lezen 1.1.0).</summary>
    public const string Leesadres = "dpl.read.externalReadAPI_id";

    /// <summary>
    /// The caller's own purpose, as agreed in the FSC contract. The standard has no attribute for it and forbids private ones under <c>dpl</c>;
    /// a resident wants to know it.
    /// </summary>
    public const string DoelAanroeper = "meent.foreign_operation.processing_activity_id";

    /// <summary>Which data was used: <c>personen:naam personen:verblijfplaats</c> (detail level 2, for which the standard has no attribute).</summary>
    public const string Gegevens = "meent.gegevens";

    /// <summary>
    /// Of what a source told itself, and of nothing else: <c>1</c> on the first record of a question, with the fields by which was searched; empty on those of
    /// the other persons in its answer. The use of fields is counted by it.
    /// </summary>
    public const string Vraag = "meent.vraag";

    /// <summary>What the register says of the activity at that time, joined when it is read for who has no access to that register: name, purpose, ground.</summary>
    public const string ActiviteitNaam = "meent.processing_activity.name";
    public const string ActiviteitDoel = "meent.processing_activity.purpose";
    public const string ActiviteitGrondslag = "meent.processing_activity.legal_basis";

    /// <summary>Type of a data subject that is a resident.</summary>
    public const string Bsn = "BSN";

    /// <summary>Type of a data subject that is in the BRP and has no burgerservicenummer.</summary>
    public const string Anummer = "A-nummer";

    /// <summary>Type of a data subject whom the kadaster keeps, since he is not in the BRP or was not linked to it.</summary>
    public const string Kadasterpersoon = "Kadasterpersoon";

    /// <summary>Type of a data subject that is a company.</summary>
    public const string Kvk = "KVK";
}
