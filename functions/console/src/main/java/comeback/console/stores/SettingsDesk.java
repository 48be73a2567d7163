package comeback.console.stores;

import comeback.commit.AuditEntry;
import comeback.commit.Registered;
import comeback.commit.StoreRegister;
import comeback.console.Answer;
import comeback.console.stores.Call.Deed;
import comeback.console.stores.Changing.Step;
import comeback.json.Tree;
import comeback.store.HeldKey;
import comeback.store.LinkSecrets;
import comeback.store.Store;
import comeback.storefile.Kept;
import comeback.storefile.StoreFiles;
import comeback.storefile.StoreSettings;
import comeback.storefile.StoresFileInvalid;
import comeback.templates.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A store's settings: what they are, and what they are to be. */
final class SettingsDesk {
    private final StoreRegister register;
    private final Supplier<String> chance;

    SettingsDesk(StoreRegister register, Supplier<String> chance) {
        this.register = register;
        this.chance = chance;
    }

    Answer answer(Call call) {
        return switch (call.method()) {
            case "GET" ->
                register.registered(call.store())
                        .map(found -> Answer.of(SettingsTree.of(found.store())))
                        .orElseGet(SettingsDesk::nobody);
            case "PUT" -> Changing.change(register, call, seen -> step(call, seen));
            default -> Answer.error(405, "this path takes GET and PUT");
        };
    }

    static Answer nobody() {
        return Answer.error(404, "there is no such store");
    }

    static Answer refused(List<Problem> problems) {
        return new Answer(
                400,
                new Tree()
                        .with("error", "nothing was changed")
                        .with(
                                "problems",
                                problems.stream().map(Problem::toString).toList())
                        .toMap());
    }

    private Step step(Call call, Optional<Registered> seen) {
        Kept kept = seen.map(Registered::store)
                .map(store -> new Kept(store.linkSecret(), store.webhooks().secrets()))
                .orElseGet(() -> new Kept(LinkSecretDesk.fresh(chance), Map.of()));
        StoreSettings told;
        try {
            told = StoreFiles.settings("body", call.body(), call.store(), kept);
        } catch (StoresFileInvalid e) {
            return new Step.Not(refused(e.problems()));
        }
        Optional<LinkSecrets> links = links(seen, told.store(), call.at());
        if (links.isEmpty()) {
            return new Step.Not(LinkSecretDesk.full());
        }
        Store store = told.store().with(links.get());
        if (madeKeys(seen) + store.keys().size() > Store.KEYS_MAX) {
            return new Step.Not(Answer.error(409, "a store has at most " + Store.KEYS_MAX + " keys"));
        }
        Registered settled = seen.map(it -> it.with(store)).orElseGet(() -> Registered.fresh(store));
        return to(seen, told.namesKeys() ? settled.withKeysOfSettings(store.keys()) : settled);
    }

    /** Another secret in the settings is one in place of the former, and letters are out there that it signed. */
    private Optional<LinkSecrets> links(Optional<Registered> seen, Store told, Instant now) {
        return seen.map(Registered::store)
                .map(before -> LinkSecretDesk.replaced(before.links(), told.linkSecret(), now, LinkSecrets.KEEP))
                .orElseGet(() -> Optional.of(told.links()));
    }

    private static long madeKeys(Optional<Registered> seen) {
        return seen.map(Registered::keys).stream()
                .flatMap(List::stream)
                .filter(HeldKey.Made.class::isInstance)
                .count();
    }

    private static Step to(Optional<Registered> seen, Registered next) {
        List<String> changed = seen.map(it -> Differences.between(it, next)).orElse(List.of());
        Optional<Deed> deed = seen.isEmpty()
                ? Optional.of(new Deed(AuditEntry.What.ENTERED, List.of()))
                : Optional.of(new Deed(AuditEntry.What.CHANGED, changed)).filter(done -> !changed.isEmpty());
        return new Step.To(
                next,
                deed,
                others -> new Answer(
                        seen.isPresent() ? 200 : 201,
                        new Tree()
                                .with("store", next.store().id().value())
                                .with("created", seen.isEmpty())
                                .with("changed", changed)
                                .with(
                                        "notes",
                                        others.stream()
                                                .map(domain ->
                                                        "domains: " + domain + " is another store's, and stays so")
                                                .toList())
                                .toMap()));
    }
}
