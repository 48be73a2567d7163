package comeback.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.simulation.oracle.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The 34 invariants that the simulator was planned with, and what holds each today: rules of the oracle, tests by their
 * name where a world is no place for it, or the reason why there is nothing to hold.
 */
class InvariantsTest {
    private static final String NOTHING = "nothing: ";

    private static final String TABLE = """
         1 | an advertisement goes once                     | MARKETING_ONCE
         2 | a receipt goes once, or twice by a fault       | RECEIPT_ONCE
         3 | every order is confirmed, or a person told     | ORDER_CONFIRMED
         4 | ... and at once when nothing goes wrong        | RECEIPT_AT_ONCE
         5 | nothing advertised after an unsubscribe        | UNSUBSCRIBE_HOLDS
         6 | ... nor after a complaint                      | COMPLAINT_HOLDS
         7 | nothing at all after a hard bounce             | BOUNCE_HOLDS
         8 | no cart mail after the purchase                | NO_REMINDER_AFTER_PURCHASE, SILENCE_AFTER_PURCHASE
         9 | ... also when the order is told before it      | NO_REMINDER_AFTER_PURCHASE, story_13_an_order_that_arrives_before_its_checkout_leaves_no_reminder
        10 | a customer's cap                               | CAP
        11 | quiet hours by the customer's clock            | QUIET_HOURS
        12 | steps in their order, none left out unsaid     | STEPS_IN_ORDER, SKIPPED_WITH_REASON, CART_NOT_FORGOTTEN, SIGN_UP_WELCOMED
        13 | nobody's journey is overdue                    | NOBODY_LEFT_WAITING, ALARMS_PUNCTUAL
        14 | no message is unresolved                       | NOTHING_UNRESOLVED
        15 | what is unresolved stands in the index         | UNRESOLVED_IS_DUE
        16 | what is skipped says why                       | SKIPPED_WITH_REASON
        17 | nothing fails when nothing goes wrong          | NO_DEAD_LETTERS, FLAGGED_ONLY_BY_FAULT
        18 | every message has one end                      | NOTHING_UNRESOLVED, ACCEPTED_MEANS_ACCEPTED, FLAGGED_AFTER_TWO_TRIES
        19 | a store's call stays in its store              | OWN_RECIPIENT, another_store_finds_no_message_of_this_one
        20 | a mail goes to its own store's customer        | OWN_RECIPIENT
        21 | nothing personal in logs and schedules         | LOGS_SAY_NOTHING_PERSONAL
        22 | every advertisement has a working way out      | WAY_OUT
        23 | a letter shows the cart as it is at its claim  | prices_are_those_of_the_moment_at_which_the_letter_goes, a_cart_of_which_everything_is_sold_out_is_not_mentioned
        24 | nobody is flooded                              | NOT_TOO_MANY
        25 | quota, and one store does not starve another   | PACE_KEPT, SES_LEFT_ALONE, RECEIPTS_FIRST, a_store_whose_domain_is_not_verified_holds_up_no_other_store, what_an_order_waits_for_goes_before_a_thousand_older_advertisements
        26 | after an erasure no mail, and nothing left     | ERASURE_HOLDS, NOTHING_LEFT
        27 | the gravest report stands                      | GRAVEST_REPORT_KEPT
        28 | items and transactions stay small              | a_customer_with_as_much_of_everything_as_is_kept_fits_into_sixty_four_kilobytes
        29 | SES is asked once a claim                      | MARKETING_ONCE, a_lost_answer_is_unclear_and_nobody_asks_a_second_time
        30 | few schedules stand                            | nothing: one of a name stands at a time, a name is a customer and a minute, and it deletes itself when it has rung; one that is of no use any more costs a call that decides nothing
        31 | the same report twice changes nothing          | the_same_report_twice_is_once, the_same_alarm_twice_is_once, RETURN_TOLD_ONCE, COUPON_USED_ONCE
        32 | a purchase is credited to mails sent before it | nothing: in these worlds nothing is credited to mails; what a mail brought is counted by night, and nights are not played here
        33 | calls for a mail                               | CALLS_COUNTED
        34 | nothing stale goes                             | NOT_STALE
        """;

    private static final Set<String> RULES =
            Arrays.stream(Rule.values()).map(Rule::name).collect(Collectors.toSet());

    private static final String TESTS = tests();

    /**
     * An invariant.
     *
     * @param by rules, tests, or why there is nothing to hold
     */
    record Held(int number, String what, String by) {
        @Override
        public String toString() {
            return number + " " + what;
        }
    }

    static Stream<Held> invariants() {
        return TABLE.lines()
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Held(Integer.parseInt(cells[0].strip()), cells[1].strip(), cells[2].strip()));
    }

    private static String tests() {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            List<Path> sources = files.filter(file -> file.toString().contains("src/test/java")
                            && file.toString().endsWith(".java")
                            && !file.endsWith("InvariantsTest.java"))
                    .toList();
            StringBuilder text = new StringBuilder();
            for (Path source : sources) {
                text.append(Files.readString(source));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void is_held(Held invariant) {
        if (invariant.by().startsWith(NOTHING)) {
            assertThat(invariant.by()).hasSizeGreaterThan(NOTHING.length() + 40);
            return;
        }
        for (String name : invariant.by().split(", ", -1)) {
            assertThat(RULES.contains(name) || TESTS.contains(" void " + name + "("))
                    .as("a rule or a test called " + name)
                    .isTrue();
        }
    }

    @Test
    void none_of_them_is_left_out() {
        assertThat(invariants().map(Held::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 34).boxed().toList());
    }
}
