package comeback.simulation.edge;

import comeback.commit.DueItems.DueItem;
import comeback.message.Message;
import comeback.send.Mail;
import comeback.send.Mailer.Answer;
import java.time.Instant;
import java.util.Optional;

/** Is told what passes the edge and took effect: what an outsider with a wiretap on AWS would know. */
public interface Seen {
    /** A message was born. */
    void born(Message message);

    /** A message was claimed for one attempt. */
    void claimed(Message message, Instant now);

    /** SES was asked to take a mail; what it said when it did not. */
    void asked(Optional<Answer> refusal, Instant now);

    /** SES took a mail. */
    void accepted(Mail mail, Instant now);

    /** A message that is due was written, so the stream will show it. */
    void showsOnStream(Message message);

    /** Something will be overdue after this moment, unless it is looked after. */
    void dueAt(DueItem item, Instant at);
}
