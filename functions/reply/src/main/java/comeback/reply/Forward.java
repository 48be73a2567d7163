package comeback.reply;

import comeback.customer.EmailAddress;
import comeback.customer.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An answer as the store's support gets it: first what it is about, then the answer with all that is in it, untouched.
 * Whoever answers that, answers the shopper.
 *
 * @param from whose mail it is; not the shopper's, for whom we may not send
 * @param to the support
 * @param about what it is about, in words
 * @param id of the answer
 */
record Forward(EmailAddress from, EmailAddress to, String about, String id) {
    private static final String END = "\r\n";
    private static final String CONTENT = "content-";

    byte[] of(RawMail reply) {
        // Nobody knows it before it is there, so nobody can write a part of ours into an answer.
        String boundary = "=_" + Fingerprint.of("forward", id);
        StringBuilder head = new StringBuilder();
        line(head, "From: " + from.value());
        line(head, "To: " + to.value());
        reply.from().ifPresent(shopper -> line(head, "Reply-To: " + shopper.value()));
        line(head, reply.header("Subject").map(RawMail.Header::lines).orElse("Subject: Re:"));
        line(head, Automatic.OUR_OWN + ": " + id);
        line(head, "MIME-Version: 1.0");
        line(head, "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
        line(head, "");
        line(head, "--" + boundary);
        line(head, "Content-Type: text/plain; charset=utf-8");
        line(head, "Content-Transfer-Encoding: base64");
        line(head, "");
        line(head, Base64.getMimeEncoder().encodeToString(about.getBytes(StandardCharsets.UTF_8)));
        line(head, "--" + boundary);
        line(head, content(reply).orElse("Content-Type: text/plain"));
        line(head, "");
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(reply.body());
        all.writeBytes((END + "--" + boundary + "--" + END).getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    /** What says how the answer is to be read. */
    private static Optional<String> content(RawMail reply) {
        String lines = reply.headers().stream()
                .filter(header -> header.name().toLowerCase(Locale.ROOT).startsWith(CONTENT))
                .map(RawMail.Header::lines)
                .collect(Collectors.joining(END));
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }

    private static void line(StringBuilder mail, String text) {
        mail.append(text).append(END);
    }
}
