package comeback.render;

/** A letter that its template could not show. Its message names the template's file and line, and nobody's data. */
public final class RenderFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RenderFailed(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}
