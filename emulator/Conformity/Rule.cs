namespace Nf.Emulator.Conformity;

/// <summary>One rule of the law that speaks of the device.</summary>
/// <param name="Section">The part of the law it stands in.</param>
/// <param name="Article">Act, article, paragraph and letter; the name that tests show it under.</param>
/// <param name="Kind">Who answers for it.</param>
/// <param name="Where">Folder or file of the implementation, from the repository's root; empty when it is not the firmware's.</param>
/// <param name="Text">The rule in one line, in our words.</param>
/// <param name="Note">What else there is to know; may be empty.</param>
public sealed record Rule(string Section, string Article, RuleKind Kind, string Where, string Text, string Note);
