package comeback.reply;

import comeback.customer.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells what a machine sent from what a person wrote: RFC 3834's header, those that were in use before it, reports of
 * delivery, lists, and our own. Whoever is away has not answered.
 */
final class Automatic {
    /** Stands in all that we hand on: what comes back with it is never handed on again. */
    static final String OUR_OWN = "X-Comeback-Reply";

    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");

    /** Nobody who writes by hand has these. */
    private static final List<String> TELLING = List.of(
            OUR_OWN,
            "X-Autoreply",
            "X-Autorespond",
            "X-Auto-Response-Suppress",
            "X-Failed-Recipients",
            "List-Id",
            "List-Unsubscribe");

    private static final Set<String> MACHINES = Set.of("mailer-daemon", "postmaster", "no-reply", "noreply");

    /** What programs put before the subject that set none of those headers. */
    private static final List<String> AWAY =
            List.of("automatic reply", "auto-reply", "autoreply", "auto reply", "out of office", "out-of-office");

    private Automatic() {}

    static boolean is(RawMail mail) {
        String submitted = word(mail, "Auto-Submitted").split(";", 2)[0].strip();
        String subject = word(mail, "Subject");
        return (!submitted.isEmpty() && !submitted.equals("no"))
                || PRECEDENCES.contains(word(mail, "Precedence"))
                || TELLING.stream().anyMatch(name -> mail.header(name).isPresent())
                // A bounce has no sender that could be answered.
                || word(mail, "Return-Path").equals("<>")
                || word(mail, "Content-Type").startsWith("multipart/report")
                || mail.from()
                        .map(EmailAddress::inbox)
                        .filter(Automatic::isMachine)
                        .isPresent()
                || AWAY.stream().anyMatch(subject::startsWith);
    }

    private static boolean isMachine(String inbox) {
        return MACHINES.contains(inbox.substring(0, inbox.indexOf('@')));
    }

    private static String word(RawMail mail, String name) {
        return mail.value(name).toLowerCase(Locale.ROOT);
    }
}
