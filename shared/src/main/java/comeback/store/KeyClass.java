package comeback.store;

/** What the holder of a key may do. */
public enum KeyClass {
    /** Stands in a browser, so anyone has it: reports behaviour, but starts no transactional mail. */
    PUBLIC,
    /** Known to the shop's own servers only: may report everything. */
    SECRET
}
