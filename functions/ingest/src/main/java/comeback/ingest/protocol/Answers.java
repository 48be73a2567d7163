package comeback.ingest.protocol;

import comeback.ingest.http.Answer;
import comeback.ingest.http.WriteKey;
import comeback.ingest.reading.Read;
import java.util.List;

/** What became of a request, in the words that a protocol's clients expect. */
public interface Answers {
    /** For clients that look at the status only, which are most. */
    Answers PLAIN = new Answers() {};

    /**
     * All that was understood is stored.
     *
     * @param events what was stored; may be empty
     * @param problems of the parts that were left out; usually empty
     */
    default Answer kept(List<Read> events, List<String> problems) {
        return problems.isEmpty() ? Answer.kept() : Answer.partlyKept(events.size(), problems);
    }

    /** Nothing of it can be used, and no repeat can mend that. */
    default Answer refused(List<String> problems) {
        return Answer.refused("nothing of this was kept", problems);
    }

    /** No store has this key, or there was none. */
    default Answer unknownKey() {
        return Answer.unknownKey(WriteKey.HINT);
    }

    /** It could not be stored; the sender is to repeat it. */
    default Answer notKept() {
        return Answer.notKept();
    }
}
