package comeback.render;

/** Writes letters. In earnest these are {@link Letters}; who plays a million of them may write shorter ones. */
public interface LetterWriter {
    /** Whether there is such a letter. */
    boolean has(String flow, String message);

    /**
     * Writes one letter.
     *
     * @throws RenderFailed when it cannot be written
     */
    Letter render(LetterRequest request);
}
