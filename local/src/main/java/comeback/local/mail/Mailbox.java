package comeback.local.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Every mail that was sent, oldest first. When it is full the oldest goes. Safe to read while the world turns. */
public final class Mailbox {
    /** Some 30 KB each: a laptop bears this many. */
    public static final int MAILS_MAX = 5_000;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private long received;

    public synchronized void receive(Mail mail) {
        if (mails.size() == MAILS_MAX) {
            mails.removeFirst();
        }
        mails.addLast(mail);
        received++;
    }

    public synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    /** The mail that SES gave this id, or that carries it as our own message id. */
    public synchronized Optional<Mail> find(String id) {
        return mails.stream()
                .filter(mail -> mail.id().equals(id) || mail.tag("id").equals(id))
                .findFirst();
    }

    /** How many came in since the start, those that were thrown away again included. */
    public synchronized long received() {
        return received;
    }

    /** What came in after so many had come in; without what has been thrown away since. */
    public synchronized List<Mail> after(long alreadyReceived) {
        long unwanted = mails.size() - (received - alreadyReceived);
        return mails.stream().skip(Math.max(0, unwanted)).toList();
    }

    public synchronized void empty() {
        mails.clear();
    }
}
