package comeback.simulation.oracle;

import comeback.commit.DueItems.DueItem;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.send.Mail;
import comeback.send.Mailer.Answer;
import comeback.simulation.edge.Edge;
import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Seen;
import comeback.simulation.oracle.Ledger.Letter;
import comeback.simulation.shop.Act;
import comeback.simulation.shop.Features;
import comeback.simulation.shop.Shopper;
import comeback.simulation.time.VirtualTime;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes down what the outside knows, and holds the promises against it as soon as something leaves. */
public final class Oracle implements Seen, Edge.Watcher {
    /** More broken promises than these tell nothing new about a world. */
    private static final int VIOLATIONS_MAX = 50;

    private final VirtualTime time;
    private final Reaction reaction;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<CustomerId, Ledger> byPlace = new HashMap<>();
    private final Map<String, Ledger> byAddress = new HashMap<>();
    private final List<Ledger> ledgers = new ArrayList<>();
    private final Map<MessageId, Message> born = new HashMap<>();
    private final Map<MessageId, List<Instant>> claims = new HashMap<>();
    private final Map<MessageId, Integer> accepted = new HashMap<>();
    private final Map<MessageId, Feedback.Kind> gravest = new HashMap<>();
    private final Set<String> harmed = new HashSet<>();
    private final CouponRules coupons = new CouponRules(this);
    private final StockRules stock = new StockRules(this);
    private final PaceRules pace;

    /** What follows in the world from what was seen. */
    public interface Reaction {
        /** SES took a mail: it will tell of it. */
        void accepted(Mail mail, Message message, Shopper shopper, int copy);

        /** A shopper was sent a code for the first time. */
        void given(Shopper shopper, String code);

        /** The stream will show a due message. */
        void onStream(Message message, Shopper shopper);

        /** Something must be looked after by then. */
        void dueAt(DueItem item, Instant at);
    }

    /**
     * Has seen nothing.
     *
     * @param features of the world: what SES lets its account send
     * @param end when nothing more goes wrong in it
     */
    public Oracle(VirtualTime time, Reaction reaction, Features features, Instant end, boolean isFaultless) {
        this.time = time;
        this.reaction = reaction;
        this.pace =
                new PaceRules(this, new PaceRules.Limits(features.perSecond(), features.perDay(), end, isFaultless));
    }

    /** Opens a shopper's page. */
    public void knows(Shopper shopper) {
        Ledger ledger = new Ledger(shopper);
        ledgers.add(ledger);
        shopper.places().forEach(place -> byPlace.put(inStore(shopper.store().id(), place), ledger));
        byAddress.put(shopper.store().id() + "/" + shopper.email(), ledger);
    }

    /** A customer's place is the same in every store; a page is not. */
    private static CustomerId inStore(StoreId store, CustomerId place) {
        return CustomerId.of(Ref.user(store + "/" + place));
    }

    /** A storefront is about to report it. */
    public void told(Shopper shopper, Act act) {
        Ledger ledger = of(shopper);
        ledger.told.add(act);
        // A shop system may tell of a parcel before it tells whose order it was.
        act.what()
                .ofOrder()
                .map(order -> CustomerId.of(Ref.token("order:" + order)))
                .ifPresent(place -> byPlace.put(inStore(shopper.store().id(), place), ledger));
    }

    /** It was answered with 200. */
    public void acknowledged(Shopper shopper, Act act, Instant now) {
        Ledger ledger = of(shopper);
        if (act.what() instanceof Act.What.PressesTheLink) {
            ledger.pressedAt = ledger.pressedAt.or(() -> Optional.of(now));
        } else {
            ledger.acknowledged.putIfAbsent(act.id(), now);
        }
    }

    /** It was turned away for good. */
    public void refused(Shopper shopper, Act act, int status) {
        boolean isUnknown = act.what() instanceof Act.What.WantsToBeForgotten && status == 404;
        if (isUnknown && !of(shopper).wasKnown()) {
            return;
        }
        broken(Rule.NOTHING_REFUSED, shopper, act.what() + " was answered with " + status);
    }

    /** A shop's own server was turned away for good. */
    public void refusedTo(String what, int status) {
        broken(Rule.NOTHING_REFUSED, -1, what + " was answered with " + status);
    }

    /** Whether they wanted to be forgotten before they would have done this. */
    public boolean hasLeft(Shopper shopper, Act act) {
        return !(act.what() instanceof Act.What.WantsToBeForgotten)
                && of(shopper).leftAt().filter(at -> !act.at().isBefore(at)).isPresent();
    }

    /** What is known of codes. */
    public CouponRules coupons() {
        return coupons;
    }

    /** What is known of goods that come and go. */
    public StockRules stock() {
        return stock;
    }

    /** The way out of the last advertisement, if they ever got one. */
    public Optional<String> linkOf(Shopper shopper) {
        return of(shopper).link;
    }

    /** SES is about to tell something. */
    public void reports(Shopper shopper, Feedback.Kind kind) {
        if (kind == Feedback.Kind.HARD_BOUNCE || kind == Feedback.Kind.COMPLAINT) {
            of(shopper).mayBeSuppressed = true;
        }
    }

    /** A report of SES was taken. */
    public void reported(Shopper shopper, Message message, Feedback.Kind kind, Instant now) {
        Ledger ledger = of(shopper);
        gravest.merge(message.id(), kind, (a, b) -> a.gravity() >= b.gravity() ? a : b);
        if (kind == Feedback.Kind.HARD_BOUNCE) {
            ledger.bouncedAt = ledger.bouncedAt.or(() -> Optional.of(now));
        } else if (kind == Feedback.Kind.COMPLAINT) {
            ledger.complainedAt = ledger.complainedAt.or(() -> Optional.of(now));
        }
    }

    @Override
    public void asked(Optional<Answer> refusal, Instant now) {
        pace.asked(refusal, now);
    }

    @Override
    public void harmed(String operation, String about, Harm harm) {
        if (operation.equals("GetAccount")) {
            pace.quotaUnknown(time.instant());
        }
        // A second delivery excuses nothing: it comes as a rule, and must not be noticed.
        boolean isOfADelivery = Harm.OF_DELIVERIES.contains(harm) || Harm.OF_HINTS.contains(harm);
        if (!isOfADelivery) {
            harmed.add(about);
        }
    }

    @Override
    public void born(Message message) {
        born.put(message.id(), message);
        ledger(message).ifPresent(ledger -> ledger.born.add(message));
    }

    @Override
    public void claimed(Message message, Instant now) {
        claims.computeIfAbsent(message.id(), id -> new ArrayList<>()).add(now);
    }

    @Override
    public void showsOnStream(Message message) {
        ledger(message).ifPresent(ledger -> reaction.onStream(message, ledger.shopper));
    }

    @Override
    public void dueAt(DueItem item, Instant at) {
        reaction.dueAt(item, at);
    }

    @Override
    public void accepted(Mail mail, Instant now) {
        Optional<Message> message = Optional.ofNullable(mail.tags().get("id"))
                .map(MessageId::new)
                .flatMap(id -> Optional.ofNullable(born.get(id)));
        Optional<Ledger> recipient = Optional.ofNullable(
                byAddress.get(mail.tags().get("store") + "/" + mail.to().value()));
        if (message.isEmpty() || recipient.isEmpty()) {
            broken(Rule.OWN_RECIPIENT, -1, "a mail that was never born, or to nobody: " + mail.tags());
            return;
        }
        Ledger ledger = recipient.get();
        List<Instant> claimed = claims.getOrDefault(message.get().id(), List.of(now));
        Instant first = claimed.getFirst();
        Letter letter = new Letter(mail, message.get(), claimed.getLast(), now);
        int copy = accepted.merge(message.get().id(), 1, Integer::sum);
        pace.accepted(message.get().messageClass() == MessageClass.TRANSACTIONAL, now);
        new MailRules(this, ledger, letter, copy).judge();
        if (message.get().flow().equals(StockRules.FLOW)) {
            stock.judge(ledger, letter);
        }
        coupons.judge(ledger, letter, first);
        if (copy == 1) {
            CouponRules.codesIn(mail.letter().text()).forEach(code -> reaction.given(ledger.shopper, code));
        }
        ledger.letters.add(letter);
        Optional.ofNullable(mail.headers().get("List-Unsubscribe"))
                .map(header -> header.replaceAll("^<https://[^/]+|>$", ""))
                .ifPresent(link -> ledger.link = Optional.of(link));
        reaction.accepted(mail, message.get(), ledger.shopper, copy);
    }

    /** Every line that a function logs, and what a schedule keeps. */
    public void logged(String line) {
        if (line.contains("@example.com") || line.contains("Ann")) {
            broken(Rule.LOGS_SAY_NOTHING_PERSONAL, -1, "a log line or a schedule of " + line.length() + " characters");
        }
    }

    void broken(Rule rule, Shopper shopper, String what) {
        broken(rule, shopper.number(), what);
    }

    /** A promise was broken. */
    public void broken(Rule rule, int shopper, String what) {
        if (violations.size() < VIOLATIONS_MAX) {
            violations.add(new Violation(rule, shopper, time.instant(), what));
        }
    }

    /** Whether something went wrong with a call about this message. */
    boolean wasHarmed(MessageId id) {
        return harmed.contains(id.value());
    }

    int accepted(MessageId id) {
        return accepted.getOrDefault(id, 0);
    }

    int claims(MessageId id) {
        return claims.getOrDefault(id, List.of()).size();
    }

    Optional<Feedback.Kind> gravest(MessageId id) {
        return Optional.ofNullable(gravest.get(id));
    }

    List<Ledger> ledgers() {
        return ledgers;
    }

    Iterable<Message> born() {
        return born.values();
    }

    Optional<Ledger> ledger(Message message) {
        return Optional.ofNullable(byPlace.get(inStore(message.store(), message.customer())));
    }

    private Ledger of(Shopper shopper) {
        return Optional.ofNullable(byAddress.get(shopper.store().id() + "/" + shopper.email()))
                .orElseThrow();
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Mails that SES took. */
    public int mails() {
        return accepted.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Receipts that came twice. */
    public int doubles() {
        return (int) accepted.values().stream().filter(copies -> copies > 1).count();
    }
}
