package comeback.message;

/**
 * One rule that spoke against something, as a support person may be asked about it.
 *
 * @param rule its stable name, for tools: "consent", "suppression", "exit"
 * @param value what the rule looked at, as it was: "withdrawn", "HARD_BOUNCE"
 * @param text why, in words that can be read aloud
 * @param otherwise what would have changed it, one sentence that can be read aloud
 */
public record Ruling(String rule, String value, String text, String otherwise) {}
