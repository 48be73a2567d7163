package comeback.console.stores;

import comeback.commit.AuditEntry;
import comeback.commit.Registered;
import comeback.commit.StoreRegister;
import comeback.console.Answer;
import comeback.console.stores.Call.Deed;
import comeback.console.stores.Changing.Step;
import comeback.console.stores.CredentialKind.Fresh;
import comeback.json.Tree;
import comeback.store.Credential;
import comeback.yaml.YamlFile;
import comeback.yaml.YamlObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes, rotates and revokes. What is rotated has a successor at once and ends later, so that nobody is locked out while
 * the new one is being put in its place. What stands in the settings is changed there and nowhere else.
 *
 * @param <C> keys or secrets
 */
final class CredentialDesk<C extends Credential> {
    /** Long enough for a day's deployment. */
    private static final Duration KEEP_DEFAULT = Duration.ofHours(24);

    /** Longer, and the old one is not on its way out. */
    private static final Duration KEEP_MAX = Duration.ofDays(90);

    private static final String KEEP = "keep";
    private static final String SOON = "what is revoked, or has ended, stops working within a minute";

    private final StoreRegister register;
    private final CredentialKind<C> kind;

    CredentialDesk(StoreRegister register, CredentialKind<C> kind) {
        this.register = register;
        this.kind = kind;
    }

    Answer answer(Call call, Optional<String> one, boolean isToRotate) {
        String method = call.method();
        if (one.isEmpty()) {
            return switch (method) {
                case "GET" ->
                    register.registered(call.store())
                            .map(store -> listed(store, call.at()))
                            .orElseGet(SettingsDesk::nobody);
                case "POST" -> asked(call.body(), kind.settings(), asked -> make(call, asked));
                default -> Answer.error(405, "this path takes GET and POST");
            };
        }
        if (isToRotate) {
            return method.equals("POST")
                    ? asked(call.body(), withKeep(kind.successorSettings()), asked -> rotate(call, one.get(), asked))
                    : Answer.error(405, "this path takes POST");
        }
        return method.equals("DELETE") ? revoke(call, one.get()) : Answer.error(405, "this path takes DELETE");
    }

    private static String[] withKeep(String[] settings) {
        return Stream.concat(Stream.of(KEEP), Stream.of(settings)).toArray(String[]::new);
    }

    private Answer asked(String body, String[] settings, Function<YamlObject, Answer> then) {
        YamlObject asked = YamlFile.read("body", body.isBlank() ? "{}" : body);
        asked.refuseAllBut(settings);
        return asked.problems().isEmpty() ? then.apply(asked) : SettingsDesk.refused(asked.problems());
    }

    private Answer listed(Registered store, Instant now) {
        List<Map<String, Object>> all = new ArrayList<>(kind.ofSettings(store));
        valid(store, now).stream().map(kind::told).forEach(all::add);
        return Answer.of(Map.of(kind.list(), all));
    }

    /** What has ended is forgotten with the next change. */
    private List<C> valid(Registered store, Instant now) {
        return kind.made(store).stream().filter(made -> !made.isOver(now)).toList();
    }

    private Answer make(Call call, YamlObject asked) {
        Instant now = call.at();
        Optional<Fresh<C>> fresh = kind.fresh(asked, now);
        if (fresh.isEmpty() || !asked.problems().isEmpty()) {
            return SettingsDesk.refused(asked.problems());
        }
        return Changing.change(
                register,
                call,
                seen -> seen.map(found -> added(
                                found,
                                valid(found, now),
                                fresh.get(),
                                Map.of(),
                                deed(AuditEntry.What.MADE, fresh.get())))
                        .orElseGet(() -> new Step.Not(SettingsDesk.nobody())));
    }

    private Answer rotate(Call call, String id, YamlObject asked) {
        Instant now = call.at();
        Duration keep = asked.duration(KEEP).orElse(KEEP_DEFAULT);
        if (keep.compareTo(KEEP_MAX) > 0) {
            asked.refuse(KEEP, "\"keep\" must be at most " + KEEP_MAX.toDays() + "d");
        }
        if (!asked.problems().isEmpty()) {
            return SettingsDesk.refused(asked.problems());
        }
        return one(call, id, (found, former) -> {
            Optional<Fresh<C>> fresh = kind.successor(former, asked, now);
            if (fresh.isEmpty()) {
                return new Step.Not(SettingsDesk.refused(asked.problems()));
            }
            C ending = kind.ending(former, now.plus(keep));
            List<C> all = valid(found, now).stream()
                    .map(made -> made.id().equals(id) ? ending : made)
                    .toList();
            return added(
                    found,
                    all,
                    fresh.get(),
                    Map.of("ends", kind.told(ending)),
                    new Deed(AuditEntry.What.ROTATED, List.of(kind.word() + " " + id)));
        });
    }

    private Answer revoke(Call call, String id) {
        Instant now = call.at();
        return one(call, id, (found, former) -> {
            List<C> rest = valid(found, now).stream()
                    .filter(made -> !made.id().equals(id))
                    .toList();
            return new Step.To(
                    kind.with(found, rest),
                    Optional.of(new Deed(AuditEntry.What.REVOKED, List.of(kind.word() + " " + id))),
                    others -> Answer.of(
                            new Tree().with("revoked", id).with("hint", SOON).toMap()));
        });
    }

    private Deed deed(AuditEntry.What what, Fresh<C> fresh) {
        return new Deed(what, List.of(kind.word() + " " + fresh.kept().id()));
    }

    private Step added(Registered found, List<C> all, Fresh<C> fresh, Map<String, Object> more, Deed deed) {
        if (all.size() >= kind.most(found)) {
            return refused("this store has no room for another " + kind.word() + ": revoke one first");
        }
        if (all.stream().anyMatch(made -> made.id().equals(fresh.kept().id()))) {
            return refused("this store has this " + kind.word() + " already");
        }
        Map<String, Object> shown = new LinkedHashMap<>(kind.told(fresh.kept()));
        shown.putAll(fresh.shown());
        shown.putAll(more);
        if (!fresh.shown().isEmpty()) {
            shown.put("hint", "it is shown this once");
        }
        List<C> next = Stream.concat(all.stream(), Stream.of(fresh.kept())).toList();
        return new Step.To(kind.with(found, next), Optional.of(deed), others -> new Answer(201, shown));
    }

    private Answer one(Call call, String id, BiFunction<Registered, C, Step> step) {
        return Changing.change(register, call, seen -> {
            if (seen.isEmpty()) {
                return new Step.Not(SettingsDesk.nobody());
            }
            Registered found = seen.get();
            if (kind.ofSettings(found).stream().anyMatch(its -> id.equals(its.get("id")))) {
                return refused("this " + kind.word() + " stands in the store's settings: change it there");
            }
            return valid(found, call.at()).stream()
                    .filter(made -> made.id().equals(id))
                    .findFirst()
                    .map(made -> step.apply(found, made))
                    .orElseGet(() -> new Step.Not(Answer.error(404, "this store has no such " + kind.word())));
        });
    }

    private static Step refused(String why) {
        return new Step.Not(Answer.error(409, why));
    }
}
