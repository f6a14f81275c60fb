namespace Meent.Standards.Logboek;

/// <summary>Outcome of an action (Logboek Dataverwerkingen 1.0.0, 3.2.2).</summary>
public enum Logstatus
{
    /// <summary>Ran without an internal error, also when nothing was found or the input was wrong.</summary>
    Unset = 0,

    /// <summary>Explicitly a success.</summary>
    Ok = 1,

    /// <summary>An internal or technical failure; never a refusal.</summary>
    Error = 2,
}
