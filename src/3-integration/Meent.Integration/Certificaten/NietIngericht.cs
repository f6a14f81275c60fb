namespace Meent.Integration.Certificaten;

/// <summary>What was asked needs something that this installation does not have yet; the message says what.</summary>
internal sealed class NietIngericht(string melding) : InvalidOperationException(melding);
