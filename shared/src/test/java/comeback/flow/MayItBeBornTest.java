package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.flow.Reason.Verdict;
import comeback.store.Mode;
import comeback.store.Store;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether a flow's second letter is born: class by state, with the rule that speaks. What {@code MayItGoTest} says about the
 * customer and the hour comes on top of this.
 */
class MayItBeBornTest {
    private static final Set<Verdict> FATES = EnumSet.of(Verdict.SENDING, Verdict.SKIPPED, Verdict.WOULD_SEND);

    @ParameterizedTest(name = "{0}: transactional {1}, requested {2}, marketing {3}")
    @CsvSource({
        "nothing speaks against it,  SENDING,             SENDING,         SENDING",
        "a browser began it,         SKIPPED key-class,   SENDING,         SENDING",
        "nobody asked for consent,   SENDING,             SENDING,         SKIPPED consent",
        "the address is not known,   SKIPPED address,     SKIPPED address, SKIPPED address",
        "enough reminders have gone, SENDING,             SENDING,         SKIPPED max-reminders",
        "the store wants fewer,      SENDING,             SENDING,         SKIPPED max-reminders",
        "the customer is held out,   SENDING,             SENDING,         WOULD_SEND holdout",
        "the flow is a shadow,       WOULD_SEND mode,     WOULD_SEND mode, WOULD_SEND mode",
        "the store has it in shadow, WOULD_SEND mode,     WOULD_SEND mode, WOULD_SEND mode",
        "it is a canary for others,  WOULD_SEND mode,     WOULD_SEND mode, WOULD_SEND mode"
    })
    void a_letter_is_born_or_it_is_told_why_not(
            String state, String transactional, String requested, String marketing) {
        assertThat(fate(state, "transactional")).isEqualTo(transactional);
        assertThat(fate(state, "requested")).isEqualTo(requested);
        assertThat(fate(state, "marketing")).isEqualTo(marketing);
    }

    private static String fate(String state, String messageClass) {
        Life life = life(state, messageClass).signsUp().after(Duration.ofDays(3));
        return life.reasons().stream()
                .filter(reason -> reason.step().filter("second"::equals).isPresent())
                .filter(reason -> FATES.contains(reason.verdict()))
                .map(reason -> (reason.verdict() + " "
                                + reason.ruling().map(ruling -> ruling.rule()).orElse(""))
                        .strip())
                .findFirst()
                .orElse("nothing");
    }

    private static Life life(String state, String messageClass) {
        return switch (state) {
            case "nothing speaks against it" -> with("", messageClass);
            case "a browser began it" -> with("", messageClass).reportedFromABrowser();
            case "nobody asked for consent" -> with("", messageClass).neverAnswersAgain();
            case "the address is not known" -> with("", messageClass).withoutAddress();
            case "enough reminders have gone" -> with("max reminders: 1", messageClass);
            case "the store wants fewer" ->
                with("max reminders: 3", messageClass).in(storeWithOneReminder());
            case "the customer is held out" -> heldOut(messageClass);
            case "the flow is a shadow" -> with("mode: shadow", messageClass);
            case "the store has it in shadow" ->
                with("mode: live", messageClass).in(storeInShadow());
            case "it is a canary for others" -> with("mode: canary 1%", messageClass);
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static Life with(String setting, String messageClass) {
        return Life.ofSomeoneWhoAgreed().with("test", """
                class: marketing
                %s
                starts: {on: [Signed Up]}
                steps:
                  - send: first
                  - wait: 2d
                  - {send: second, class: %s}
                """.formatted(setting, messageClass));
    }

    private static Life heldOut(String messageClass) {
        return IntStream.range(0, 100)
                .mapToObj(i -> with("holdout: 50%", messageClass).called("customer-" + i))
                .filter(life -> Withheld.draw(
                                life.customer(),
                                TestStores.demo(),
                                life.flows().named("test").orElseThrow())
                        .isHeldOut())
                .findFirst()
                .orElseThrow();
    }

    private static Store storeWithOneReminder() {
        return TestStores.named("demo", TestStores.DAY_AND_NIGHT.withMaxReminders(1), Set.of());
    }

    private static Store storeInShadow() {
        return TestStores.named("demo", TestStores.DAY_AND_NIGHT.with(Map.of("test", new Mode.Shadow())), Set.of());
    }
}
