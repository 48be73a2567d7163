package comeback.console.signin;

import comeback.commit.AskedLink;
import comeback.commit.AuditEntry;
import comeback.commit.Session;
import comeback.commit.SignIns;
import comeback.commit.Stores;
import comeback.console.Answer;
import comeback.console.pages.SignInPages;
import comeback.customer.EmailAddress;
import comeback.customer.Fingerprint;
import comeback.http.Request;
import comeback.link.FormToken;
import comeback.link.SignInToken;
import comeback.store.KeyHash;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where people sign in and out. Whoever asks for a link is told the same, whether or not their address may sign in, and the
 * same is read and written for both. Looking at a link changes nothing, because scanners look at every link; its button
 * uses it up.
 */
public final class SignInDesk {
    private static final String START = "/console/sign-in";
    private static final String LINK = START + "/";
    private static final String OUT = "/console/sign-out";

    static final Duration LINK_GOOD_FOR = Duration.ofMinutes(15);
    static final Duration SESSION_GOOD_FOR = Duration.ofHours(12);

    /**
     * As long as a link is good. So who uses up somebody's links has them sent to that somebody, who can sign in by them.
     */
    private static final int OF_ADDRESS_MAX = 3;

    private static final int OF_NETWORK_MAX = 20;

    private final SignIns signIns;
    private final Sessions sessions;
    private final Admins admins;
    private final Stores stores;
    private final Supplier<String> chance;
    private final InstantSource clock;

    /**
     * The desk.
     *
     * @param chance another text each time, which nobody can guess
     */
    public SignInDesk(SignIns signIns, Admins admins, Stores stores, Supplier<String> chance, InstantSource clock) {
        this.signIns = signIns;
        this.sessions = new Sessions(signIns, admins, stores, clock);
        this.admins = admins;
        this.stores = stores;
        this.chance = chance;
        this.clock = clock;
    }

    public static boolean isFor(Request request) {
        String path = request.path();
        return path.equals(START) || path.startsWith(LINK) || path.equals(OUT);
    }

    /**
     * The answer to a request.
     *
     * @param network where it comes from
     */
    public Answer answer(Request request, String network) {
        var pages = new SignInPages(request);
        boolean isPosted = request.method().equals("POST");
        if (!isPosted && !request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Answer.error(405, "this path takes GET and POST");
        }
        if (isPosted && !isOurs(request)) {
            return pages.refused();
        }
        if (request.path().equals(OUT)) {
            return isPosted ? signOut(request, pages) : Answer.error(405, "this path takes POST");
        }
        if (request.path().equals(START)) {
            return isPosted ? ask(request, network, pages) : pages.form(200, false);
        }
        return follow(request, isPosted, pages);
    }

    /** Browsers say from where a form was sent; who says nothing is no browser and has nobody's cookie. */
    private static boolean isOurs(Request request) {
        return request.header("sec-fetch-site")
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isEmpty();
    }

    private Answer ask(Request request, String network, SignInPages pages) {
        Map<String, String> form = PostedForm.of(request);
        Optional<EmailAddress> address = EmailAddress.parse(form.getOrDefault("address", ""));
        if (address.isEmpty()) {
            return pages.form(400, true);
        }
        Instant now = clock.instant();
        long whole = LINK_GOOD_FOR.toSeconds();
        Instant since = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), whole) * whole);
        Instant until = since.plus(LINK_GOOD_FOR);
        if (!signIns.take("network " + network, since, until, OF_NETWORK_MAX)
                || !signIns.take("address " + address.get().inbox(), since, until, OF_ADDRESS_MAX)) {
            return pages.tooMany();
        }
        Optional<StoreId> store = store(form.getOrDefault("store", ""));
        signIns.ask(new AskedLink(
                Fingerprint.of("sign-in", chance.get(), chance.get()),
                fresh(),
                listed(address.get(), store),
                store,
                pages.language(),
                now.plus(LINK_GOOD_FOR)));
        return pages.asked(address.get().value());
    }

    /** The address as it stands on a list, which is where the link goes, however it was typed. */
    private Optional<EmailAddress> listed(EmailAddress address, Optional<StoreId> store) {
        // Looked up in either case: an answer that comes sooner tells something, too.
        List<EmailAddress> staff = store.flatMap(stores::find).map(Store::staff).orElse(List.of());
        return Stream.concat(admins.addresses().stream(), staff.stream())
                .filter(one -> one.inbox().equals(address.inbox()))
                .findFirst();
    }

    private static Optional<StoreId> store(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new StoreId(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Answer follow(Request request, boolean isPosted, SignInPages pages) {
        String token = request.path().substring(LINK.length());
        Optional<AskedLink> found = SignInToken.read(token)
                .flatMap(claim -> signIns.asked(claim.id())
                        .filter(link -> !link.isOver(clock.instant()) && claim.isSignedBy(link.secret(), token)));
        Optional<EmailAddress> who = found.flatMap(AskedLink::to);
        if (who.isEmpty()) {
            return pages.broken();
        }
        if (!isPosted) {
            return pages.button(request.path());
        }
        AskedLink link = found.get();
        String key = fresh();
        Instant now = clock.instant();
        var session = new Session(KeyHash.of(key), who.get(), link.store(), now.plus(SESSION_GOOD_FOR));
        return signIns.open(link, session, entry(session, AuditEntry.What.SIGNED_IN, now))
                ? new Answer(
                        303, Map.of("Location", "/console", "Set-Cookie", Cookie.holding(key, SESSION_GOOD_FOR)), "")
                : pages.broken();
    }

    private Answer signOut(Request request, SignInPages pages) {
        Optional<String> key = Cookie.key(request);
        Optional<Session> session = sessions.visitor(request).map(visitor -> visitor.session());
        if (key.isEmpty() || session.isEmpty()) {
            return pages.signedOut(Cookie.gone());
        }
        if (!FormToken.isOf(key.get(), PostedForm.of(request).getOrDefault("token", ""))) {
            return pages.refused();
        }
        signIns.close(session.get(), entry(session.get(), AuditEntry.What.SIGNED_OUT, clock.instant()));
        return pages.signedOut(Cookie.gone());
    }

    /** An admin's is the deployment's, even if they signed in at a store. */
    private AuditEntry entry(Session session, AuditEntry.What what, Instant now) {
        return new AuditEntry(
                now,
                (what == AuditEntry.What.SIGNED_IN ? "in-" : "out-")
                        + session.key().id(),
                session.store().filter(store -> !admins.has(session.who())),
                session.who().value(),
                what,
                List.of());
    }

    private String fresh() {
        return Fingerprint.of("session", chance.get(), chance.get())
                + Fingerprint.of("session", chance.get(), chance.get());
    }
}
