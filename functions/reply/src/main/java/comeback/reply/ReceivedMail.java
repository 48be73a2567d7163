package comeback.reply;

import comeback.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What SES tells of a mail that came in; the mail itself lies in the bucket. Source of the shape: the event of SES's
 * Lambda action.
 *
 * @param id SES's name for it, under which it lies in the bucket
 * @param at when it came
 * @param recipients the addresses of ours that it went to
 * @param isHarmful whether SES takes it for spam, or found a virus in it
 */
record ReceivedMail(String id, Instant at, List<String> recipients, boolean isHarmful) {
    private static final String FAILED = "FAIL";

    ReceivedMail {
        recipients = List.copyOf(recipients);
    }

    /** Those that an event tells of; what is no mail is left out. */
    static List<ReceivedMail> read(Map<String, Object> event) {
        return Fields.of(event).objects("Records").orElse(List.of()).stream()
                .map(record -> read(record.objectOrEmpty("ses")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ReceivedMail> read(Fields ses) {
        Fields mail = ses.objectOrEmpty("mail");
        Fields receipt = ses.objectOrEmpty("receipt");
        Optional<String> id = mail.text("messageId");
        Optional<Instant> at = mail.instant("timestamp");
        return id.isEmpty() || at.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReceivedMail(
                        id.get(),
                        at.get(),
                        receipt.texts("recipients"),
                        isBad(receipt, "spamVerdict") || isBad(receipt, "virusVerdict")));
    }

    private static boolean isBad(Fields receipt, String verdict) {
        return receipt.objectOrEmpty(verdict).text("status").equals(Optional.of(FAILED));
    }
}
