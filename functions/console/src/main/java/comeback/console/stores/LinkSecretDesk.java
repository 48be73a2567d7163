package comeback.console.stores;

import comeback.commit.AuditEntry;
import comeback.commit.Registered;
import comeback.commit.StoreRegister;
import comeback.console.Answer;
import comeback.console.stores.Call.Deed;
import comeback.console.stores.Changing.Step;
import comeback.customer.Fingerprint;
import comeback.json.Tree;
import comeback.store.LinkSecrets;
import comeback.yaml.YamlFile;
import comeback.yaml.YamlObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts another secret in place of the one that signs a store's links. Nobody is shown it: it signs here and is checked here. The old
 * one opens for two years what it signed, or for as long as is asked for.
 */
final class LinkSecretDesk {
    private static final String KEEP = "keep";

    private final StoreRegister register;
    private final Supplier<String> chance;

    LinkSecretDesk(StoreRegister register, Supplier<String> chance) {
        this.register = register;
        this.chance = chance;
    }

    Answer answer(Call call) {
        if (!call.method().equals("POST")) {
            return Answer.error(405, "this path takes POST");
        }
        YamlObject asked = YamlFile.read("body", call.body().isBlank() ? "{}" : call.body());
        asked.refuseAllBut(KEEP);
        Duration keep = asked.has(KEEP) ? asked.duration(KEEP).orElse(Duration.ZERO) : LinkSecrets.KEEP;
        if (keep.compareTo(LinkSecrets.KEEP) > 0) {
            asked.refuse(KEEP, "\"keep\" must be at most " + LinkSecrets.KEEP.toDays() + "d");
        }
        return asked.problems().isEmpty() ? rotate(call, keep) : SettingsDesk.refused(asked.problems());
    }

    private Answer rotate(Call call, Duration keep) {
        String fresh = fresh(chance);
        return Changing.change(
                register,
                call,
                seen -> seen.map(found -> replaced(found.store().links(), fresh, call.at(), keep)
                                .<Step>map(links -> to(found, links, call.at().plus(keep)))
                                .orElseGet(() -> new Step.Not(full())))
                        .orElseGet(() -> new Step.Not(SettingsDesk.nobody())));
    }

    private static Step to(Registered found, LinkSecrets links, Instant endsAt) {
        return new Step.To(
                new Registered(found.store().with(links), found.keys(), found.version()),
                Optional.of(new Deed(AuditEntry.What.ROTATED, List.of("linkSecret"))),
                others -> Answer.of(new Tree()
                        .with("replaced", "linkSecret")
                        .with("oldLinksWorkUntil", endsAt.toString())
                        .toMap()));
    }

    /** With the fresh one; nothing when so many former ones are good that there is no room for another. */
    static Optional<LinkSecrets> replaced(LinkSecrets links, String fresh, Instant now, Duration keep) {
        try {
            return Optional.of(links.replaced(fresh, now, keep));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Answer full() {
        return Answer.error(
                409,
                "linkSecret: " + LinkSecrets.FORMER_MAX
                        + " former ones still open what they signed; the oldest must end first");
    }

    static String fresh(Supplier<String> chance) {
        return Fingerprint.of("link", chance.get(), chance.get()) + Fingerprint.of("link", chance.get(), chance.get());
    }
}
