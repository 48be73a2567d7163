package comeback.commit;

import comeback.engagement.Judged;
import comeback.engagement.Touch;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.util.List;

/** Where it is kept how letters were touched: beside each letter, and for how many of them one address was at work. */
public interface Engagements {
    /** What came of a touch. */
    enum Kept {
        /** It is kept; a click makes the sweeper look at the letter. */
        KEPT,
        /** It was kept before. */
        KNOWN,
        /** Enough of its kind are kept. */
        FULL,
        /** Nobody has said yet that SES took this letter: first that must be settled. */
        UNSETTLED,
        /** There is no such letter, or no more. */
        NO_LETTER
    }

    /** Keeps a touch of a letter that SES took. The same twice is once. */
    Kept touched(StoreId store, MessageId id, Touch touch);

    /** Of how many letters each click's address followed links about when it was clicked, itself among them. */
    List<Integer> crowds(StoreId store, List<Touch> clicks);

    /** Keeps what was made of a letter's clicks, if nobody clicked since it was read; false when somebody did. */
    boolean judged(Message seen, Judged judged);
}
