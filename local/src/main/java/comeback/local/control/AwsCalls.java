package comeback.local.control;

import comeback.json.Fields;
import comeback.local.aws.Aws;
import comeback.local.aws.Fault;
import comeback.local.aws.Faults;
import comeback.local.aws.LocalEventBus;
import comeback.local.aws.LocalSes;
import comeback.local.aws.SesEvent;
import comeback.local.aws.SesEventJson;
import comeback.local.clock.WorldTurn;
import comeback.local.http.Answer;
import comeback.local.http.Request;
import comeback.local.lambda.BusDelivery;
import comeback.local.mail.Mail;
import comeback.local.mail.Mailbox;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What AWS shall say and what it shall do wrong.
 *
 * <p>A fault is {@code {"service":"ses|dynamodb|scheduler","kind":"throttle|error|timeout|refuse"}}, and strikes the next
 * call of that service. {@code "count":3} strikes three calls, {@code "for":"PT10M"} all calls until the clock has gone
 * on by ten minutes, both together whichever ends first; {@code "operation":"TransactWriteItems"} strikes only calls of
 * that name. {@link Fault.Kind} says what the kinds do.
 *
 * <p>SES has three more, which strike its SendEmail: {@code "kind":"pause"} and {@code "kind":"quota"} (the day's mails
 * are used up), and {@code {"service":"ses","kind":"rate","perSecond":1,"for":"PT10M"}}: SES takes one mail a second,
 * refuses the others as too many, and GetAccount tells this rate; without {@code "for"} until the faults are deleted.
 */
public final class AwsCalls {
    private static final Pattern LINK = Pattern.compile("href=\"(https?://[^\"]+)\"");

    private final WorldTurn world;
    private final InstantSource clock;
    private final Mailbox mailbox;
    private final LocalSes ses;
    private final LocalEventBus bus;
    private final Faults faults;

    public AwsCalls(
            WorldTurn world, InstantSource clock, Mailbox mailbox, LocalSes ses, LocalEventBus bus, Faults faults) {
        this.world = world;
        this.clock = clock;
        this.mailbox = mailbox;
        this.ses = ses;
        this.bus = bus;
        this.faults = faults;
    }

    List<Call> calls() {
        return List.of(
                new Call(
                        "POST",
                        "/local/events",
                        "puts one EventBridge event on the bus",
                        (request, _) -> event(request)),
                new Call(
                        "POST",
                        "/local/ses/{}/{}",
                        "makes SES say open, click ({\"link\"}), bounce ({\"bounceType\"}), complaint or delivery of a mail",
                        (request, parameters) -> sesSays(request, parameters.getFirst(), parameters.getLast())),
                new Call(
                        "POST",
                        "/local/faults",
                        "{\"service\":\"ses|dynamodb|scheduler\",\"kind\":\"throttle|error|timeout|refuse\"}, for ses also "
                                + "pause|quota|rate (with \"perSecond\"), and \"count\", \"for\" or \"operation\": makes calls to AWS fail",
                        (request, _) -> addFault(request)),
                new Call("GET", "/local/faults", "the faults that may still strike", (_, _) -> faults()),
                new Call("DELETE", "/local/faults", "all is well again", (_, _) -> {
                    faults.clear();
                    return Answer.nothing();
                }));
    }

    private Answer event(Request request) {
        Fields body = Body.of(request);
        for (String needed : List.of("source", "detail-type")) {
            if (body.text(needed).isEmpty()) {
                throw new BadCall(needed + ": is missing; an EventBridge event has source, detail-type and detail");
            }
        }
        if (body.object("detail").isEmpty()) {
            throw new BadCall("detail: is missing or not an object");
        }
        var event = new LinkedHashMap<>(body.asMap());
        event.putIfAbsent("version", "0");
        event.putIfAbsent("id", UUID.randomUUID().toString());
        event.putIfAbsent("account", Aws.ACCOUNT);
        event.putIfAbsent("region", Aws.REGION);
        event.putIfAbsent(
                "time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        event.putIfAbsent("resources", List.of());
        List<String> receivers = BusDelivery.receivers(event);
        put(event);
        return Answer.json(
                202,
                receivers.isEmpty()
                        ? Map.of("delivered", receivers, "why", "no rule matches the source " + event.get("source"))
                        : Map.of("delivered", receivers));
    }

    private Answer sesSays(Request request, String id, String what) {
        Optional<Mail> mail = mailbox.find(id);
        if (mail.isEmpty()) {
            return Answer.error(404, "no mail has the id " + id + "; GET /local/mailbox lists them");
        }
        var about = new HashMap<String, String>();
        Body.of(request).asMap().forEach((name, value) -> about.put(name, String.valueOf(value)));
        firstLink(mail.get()).ifPresent(link -> about.putIfAbsent("link", link));
        Optional<SesEvent> event = SesEvent.named(what, about);
        if (event.isEmpty()) {
            return Answer.error(404, "SES says open, click, bounce, complaint or delivery, not " + what);
        }
        event.get().suppresses().ifPresent(reason -> ses.suppress(mail.get().to(), reason));
        Map<String, Object> said = SesEventJson.of(event.get(), mail.get(), clock.instant());
        put(said);
        return Answer.json(202, Map.of("delivered", BusDelivery.receivers(said)));
    }

    /** After this the event has been worked, with all that follows from it. */
    private void put(Map<String, Object> event) {
        world.during(() -> {
            bus.put(event);
            return event;
        });
    }

    private static Optional<String> firstLink(Mail mail) {
        Matcher links = LINK.matcher(mail.html());
        return links.find() ? Optional.of(links.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    private Answer addFault(Request request) {
        Fields body = Body.of(request);
        var until = Body.duration(body, "for").map(span -> clock.instant().plus(span));
        Optional<Integer> count = body.integer("count");
        if (!body.problems().isEmpty()) {
            throw new BadCall(body.problems().getFirst());
        }
        if (count.isPresent() && count.get() < 1) {
            throw new BadCall("count: at least 1");
        }
        var service = word(body, "service", Fault.Service.class);
        var kind = word(body, "kind", Fault.Kind.class);
        if (kind.isOfSending() && service != Fault.Service.SES) {
            throw new BadCall("kind: only SES can go wrong in this way");
        }
        boolean isEndless = until.isPresent() || kind == Fault.Kind.RATE;
        var fault = new Fault(
                service,
                kind,
                kind.isOfSending() ? Optional.of("SendEmail") : body.text("operation"),
                until,
                count.isEmpty() && !isEndless ? Optional.of(1) : count,
                rate(body, kind));
        faults.add(fault);
        return Answer.json(200, fault.asJson());
    }

    private static Optional<Integer> rate(Fields body, Fault.Kind kind) {
        if (kind != Fault.Kind.RATE) {
            return Optional.empty();
        }
        Optional<Integer> perSecond = body.integer("perSecond").filter(rate -> rate >= 1);
        if (perSecond.isEmpty()) {
            throw new BadCall("perSecond: a rate needs it, at least 1");
        }
        return perSecond;
    }

    private Answer faults() {
        return Answer.json(200, faults.all().stream().map(Fault::asJson).toList());
    }

    private static <E extends Enum<E>> E word(Fields body, String name, Class<E> type) {
        String text = body.text(name).orElse("");
        return Arrays.stream(type.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new BadCall(name + ": expected one of "
                        + String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Enum::name)
                                                .toList())
                                .toLowerCase(Locale.ROOT)
                        + (text.isEmpty() ? "" : ", found \"" + text + "\"")));
    }
}
