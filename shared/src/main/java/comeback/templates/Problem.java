package comeback.templates;

/**
 * One mistake in the folder {@code templates/}.
 *
 * @param file relative to that folder, with "/" between its parts
 * @param line counted from 1; 1 when the file as a whole is meant
 * @param what is wrong, as one sentence for the person who wrote the file
 */
public record Problem(String file, int line, String what) {
    /** The form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + what;
    }
}
