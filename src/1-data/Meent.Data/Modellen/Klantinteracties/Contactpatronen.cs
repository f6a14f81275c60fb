namespace Meent.Data.Modellen.Klantinteracties;

/// <summary>How the parts of a digital address look.</summary>
public static class Contactpatronen
{
    /// <summary>Dutch or international; not the short numbers and those that cost the caller nothing or more than usual.</summary>
    public const string Telefoon = @"^(?!0800|0900)(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})\z";

    public const string Email = @"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\z";
}
