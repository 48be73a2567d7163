package comeback.engagement;

/** Who was behind a touch. */
public enum Verdict {
    /** A person, as far as can be told. */
    HUMAN,
    /** Perhaps; nothing is decided by it. */
    SUSPECT,
    /** A mailbox provider that fetches pictures for its customers, whether they look or not. */
    PROXY,
    /** A machine that follows links to see what is behind them. */
    SCANNER
}
