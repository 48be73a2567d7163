package comeback.local.importing;

/** A file could not be imported, or not all of it; the message says why, and how to go on, for the person at the terminal. */
public final class NotImported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotImported(String why) {
        super(why);
    }
}
