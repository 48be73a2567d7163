package comeback.local.aws;

import comeback.json.Fields;
import comeback.local.mail.Mail;
import comeback.local.mail.Mailbox;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * SES v2 on a laptop: SendEmail, GetAccount and ListSuppressedDestinations. What it accepts lands in the mailbox, and what became of it is told to
 * EventBridge: sent and delivered, or what AWS documents for the addresses of its mailbox simulator.
 */
public final class LocalSes implements AutoCloseable, RestJsonServer.Calls {
    /** More than new accounts have: the clock stands while the laptop works, so a second may hold a whole batch. */
    private static final double RATE = 1_000;

    /** As SES tells of an account that may send any number a day. */
    private static final double NO_DAILY_LIMIT = -1;

    private final Mailbox mailbox;
    private final Faults faults;
    private final LocalEventBus bus;
    private final InstantSource clock;
    private final Supplier<Set<String>> verifiedDomains;
    private final RestJsonServer server;
    private final AtomicLong accepted = new AtomicLong();
    private final SuppressedAddresses suppressed = new SuppressedAddresses();

    /**
     * Starts to listen.
     *
     * @param verifiedDomains the domains that this account may send from
     */
    public LocalSes(
            Mailbox mailbox,
            LocalEventBus bus,
            Faults faults,
            InstantSource clock,
            Supplier<Set<String>> verifiedDomains)
            throws IOException {
        this.mailbox = mailbox;
        this.faults = faults;
        this.bus = bus;
        this.clock = clock;
        this.verifiedDomains = verifiedDomains;
        server = new RestJsonServer(Fault.Service.SES, faults, this);
    }

    URI uri() {
        return server.uri();
    }

    /** Puts an address on the account's suppression list, as a hard bounce or a complaint does. */
    public void suppress(String address, SuppressedAddresses.Reason reason) {
        suppressed.put(address, reason, clock.instant());
    }

    /** The addresses that it writes to no more. */
    public SuppressedAddresses suppressed() {
        return suppressed;
    }

    /** Back to a new account. */
    public void clear() {
        suppressed.clear();
        accepted.set(0);
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public String operation(String method, String path) {
        return switch (method + " " + path) {
            case "POST /v2/email/outbound-emails" -> "SendEmail";
            case "GET /v2/email/account" -> "GetAccount";
            case "GET /v2/email/suppression/addresses" -> "ListSuppressedDestinations";
            default -> method + " " + path;
        };
    }

    @Override
    public WireAnswer answer(String operation, URI uri, Fields body) {
        return switch (operation) {
            case "SendEmail" -> sendEmail(body);
            case "GetAccount" -> new WireAnswer.Done(account());
            case "ListSuppressedDestinations" -> suppressed.page(uri);
            default ->
                new WireAnswer.Refused(
                        404, "UnknownOperationException", "The local SES does not know " + operation + ".");
        };
    }

    @Override
    public WireAnswer.Refused refusal(Fault.Kind kind) {
        return switch (kind) {
            case THROTTLE, RATE ->
                new WireAnswer.Refused(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
            case ERROR, TIMEOUT -> new WireAnswer.Refused(500, "InternalServiceErrorException", "Internal failure.");
            case PAUSE -> new WireAnswer.Refused(400, "SendingPausedException", "Sending is paused for this account.");
            case QUOTA -> new WireAnswer.Refused(400, "LimitExceededException", "Daily message quota exceeded.");
            case REFUSE -> new WireAnswer.Refused(400, "MessageRejected", "Refused as asked for by /local/faults.");
        };
    }

    private WireAnswer sendEmail(Fields body) {
        Optional<WireAnswer.Refused> refused = SesRules.refusal(body, Aws.CONFIGURATION_SET, verifiedDomains.get());
        if (refused.isPresent()) {
            return refused.get();
        }
        Instant now = clock.instant();
        Mail mail = mail(body, messageId(now), now);
        boolean isSuppressed = suppressed.holds(mail.to());
        if (!isSuppressed) {
            mailbox.receive(mail);
        }
        for (SesEvent event : whatBecomesOf(mail.to(), isSuppressed)) {
            event.suppresses().ifPresent(reason -> suppress(mail.to(), reason));
            bus.put(SesEventJson.of(event, mail, now));
        }
        return new WireAnswer.Done(Map.of("MessageId", mail.id()));
    }

    private static List<SesEvent> whatBecomesOf(String to, boolean isSuppressed) {
        var sent = new SesEvent.Sent();
        var delivered = new SesEvent.Delivered();
        if (isSuppressed) {
            return List.of(sent, SesEvent.Bounced.OF_A_SUPPRESSED_ADDRESS);
        }
        String address = to.toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (!address.substring(at + 1).equals("simulator.amazonses.com")) {
            return List.of(sent, delivered);
        }
        // A label after "+" is allowed there: bounce+order-7@simulator.amazonses.com.
        return switch (address.substring(0, at).replaceFirst("\\+.*", "")) {
            case "bounce" -> List.of(sent, SesEvent.Bounced.HARD);
            case "suppressionlist" -> List.of(sent, SesEvent.Bounced.OF_A_SUPPRESSED_ADDRESS);
            case "complaint" -> List.of(sent, delivered, new SesEvent.Complained());
            default -> List.of(sent, delivered);
        };
    }

    private static Mail mail(Fields body, String id, Instant now) {
        Optional<String> raw = body.objectOrEmpty("Content").object("Raw").flatMap(its -> its.text("Data"));
        return raw.isPresent() ? RawContent.mail(body, raw.get(), id, now) : simple(body, id, now);
    }

    private static Mail simple(Fields body, String id, Instant now) {
        Fields simple = body.objectOrEmpty("Content").objectOrEmpty("Simple");
        Fields parts = simple.objectOrEmpty("Body");
        return new Mail(
                id,
                EncodedWords.decode(body.text("FromEmailAddress").orElse("")),
                String.join(", ", body.objectOrEmpty("Destination").texts("ToAddresses")),
                simple.objectOrEmpty("Subject").text("Data").orElse(""),
                headers(body, simple),
                parts.objectOrEmpty("Html").text("Data").orElse(""),
                parts.objectOrEmpty("Text").text("Data").orElse(""),
                now,
                pairs(body, "EmailTags"));
    }

    private static Map<String, String> headers(Fields body, Fields simple) {
        Map<String, String> headers = pairs(simple, "Headers");
        body.texts("ReplyToAddresses").forEach(address -> headers.put("Reply-To", address));
        return headers;
    }

    private static Map<String, String> pairs(Fields of, String name) {
        var pairs = new LinkedHashMap<String, String>();
        for (Fields pair : of.objects(name).orElse(List.of())) {
            pairs.put(pair.text("Name").orElse(""), pair.text("Value").orElse(""));
        }
        return pairs;
    }

    /** Looks like one of SES; counted, not drawn, so that a run can be repeated. */
    private String messageId(Instant now) {
        long number = accepted.incrementAndGet();
        return "0100" + HexFormat.of().toHexDigits(now.toEpochMilli(), 12) + "-"
                + new UUID(now.toEpochMilli() << 16 | 0x4000, 0x8000000000000000L | number) + "-000000";
    }

    private Map<String, Object> account() {
        double rate = faults.rate().map(Integer::doubleValue).orElse(RATE);
        Map<String, Object> quota = Map.of(
                "Max24HourSend", NO_DAILY_LIMIT, "MaxSendRate", rate, "SentLast24Hours", (double) accepted.get());
        return Map.of(
                "DedicatedIpAutoWarmupEnabled", false,
                "EnforcementStatus", "HEALTHY",
                "ProductionAccessEnabled", true,
                "SendingEnabled", true,
                "SendQuota", quota);
    }
}
