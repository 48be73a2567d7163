package comeback.store;

/** What the holder of a key may do. */
public enum KeyClass {
    /** Stands in a browser, so anyone has it: reports behaviour, but starts no transactional mail. */
    PUBLIC("pk_"),
    /** Known to the shop's own servers only: may report everything. */
    SECRET("sk_");

    private final String prefix;

    KeyClass(String prefix) {
        this.prefix = prefix;
    }

    /** What a key of this class begins with when it was made here. */
    public String prefix() {
        return prefix;
    }
}
