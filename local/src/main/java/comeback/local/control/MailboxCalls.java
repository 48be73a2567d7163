package comeback.local.control;

import comeback.json.Fields;
import comeback.local.aws.LocalInbound;
import comeback.local.clock.WorldTurn;
import comeback.local.http.Answer;
import comeback.local.http.Request;
import comeback.local.mail.Mail;
import comeback.local.mail.Mailbox;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mailbox: everyone's mail, as they would see it. */
public final class MailboxCalls {
    /**
     * A letter is somebody else's page: it may show itself and its pictures, open links in a new window, and do nothing
     * else. So no letter, however broken, reaches the controls.
     */
    private static final String LETTER_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; "
            + "default-src 'none'; img-src * data:; style-src 'unsafe-inline'";

    private final Mailbox mailbox;
    private final WorldTurn world;
    private final LocalInbound inbound;

    public MailboxCalls(Mailbox mailbox, WorldTurn world, LocalInbound inbound) {
        this.mailbox = mailbox;
        this.world = world;
        this.inbound = inbound;
    }

    List<Call> calls() {
        return List.of(
                new Call(
                        "GET",
                        "/local/mailbox",
                        "all mails, oldest first; ?to=address, ?since=instant",
                        (request, _) -> list(request)),
                new Call(
                        "GET",
                        "/local/mailbox/{}",
                        "one mail as its reader would see it; ?as=text or ?as=json",
                        (request, parameters) -> one(request, parameters.getFirst())),
                new Call(
                        "POST",
                        "/local/mailbox/{}/reply",
                        "answers a mail: {\"text\"}, and \"from\" (who got it), \"to\" (its Reply-To) and \"headers\"",
                        (request, parameters) -> reply(request, parameters.getFirst())),
                new Call("DELETE", "/local/mailbox", "empties it", (_, _) -> {
                    mailbox.empty();
                    return Answer.nothing();
                }));
    }

    private Answer list(Request request) {
        Optional<String> to = Optional.ofNullable(request.parameters().get("to"));
        Optional<Instant> since = Body.instant(request, "since");
        List<Mail> wanted = mailbox.all().stream()
                .filter(mail -> to.isEmpty() || to.get().equalsIgnoreCase(mail.to()))
                .filter(mail -> since.isEmpty() || !mail.sentAt().isBefore(since.get()))
                .toList();
        return Answer.json(200, wanted.stream().map(Mail::asJson).toList());
    }

    private Answer one(Request request, String id) {
        Optional<Mail> mail = mailbox.find(id);
        if (mail.isEmpty()) {
            return Answer.error(404, "no mail has the id " + id);
        }
        String form = request.parameters().getOrDefault("as", "html");
        boolean isTextOnly = mail.get().html().isEmpty();
        return switch (form) {
            case "html" ->
                isTextOnly ? Answer.text(200, "text/plain", mail.get().text()) : letter(mail.get());
            case "text" -> Answer.text(200, "text/plain", mail.get().text());
            case "json" -> Answer.json(200, mail.get().asJson());
            default -> throw new BadCall("as: \"" + form + "\" is not html, text or json");
        };
    }

    private Answer reply(Request request, String id) {
        Optional<Mail> mail = mailbox.find(id);
        if (mail.isEmpty()) {
            return Answer.error(404, "no mail has the id " + id);
        }
        Fields body = Body.of(request);
        Optional<String> to = body.text("to")
                .or(() -> Optional.ofNullable(mail.get().headers().get("Reply-To")));
        if (to.filter(LocalInbound::isOurs).isEmpty()) {
            return Answer.error(409, "its answers go elsewhere: the store has a replyTo of its own");
        }
        byte[] answer = LocalInbound.answerTo(
                mail.get(),
                body.text("from").orElse(mail.get().to()),
                to.get(),
                body.objectOrEmpty("headers").asMap(),
                body.text("text").orElse(""));
        String taken = world.during(() -> inbound.receive(to.get(), answer));
        return Answer.json(202, Map.of("id", taken));
    }

    private static Answer letter(Mail mail) {
        Answer html = Answer.text(200, "text/html", mail.html());
        var headers = new LinkedHashMap<>(html.headers());
        headers.put("Content-Security-Policy", LETTER_POLICY);
        return new Answer(html.status(), headers, html.body());
    }
}
