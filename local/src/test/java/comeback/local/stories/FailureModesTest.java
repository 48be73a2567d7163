package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What can go wrong with deciding and sending, and which test shows that it does no harm. The numbers are those of the
 * catalogue of failure modes that the project began with; what concerns other parts, or parts that are still to come
 * (restored tables, the nightly run, coupons), is not here.
 */
class FailureModesTest {
    private static final Path ROOT = Path.of("..");
    private static final String SOURCES = sources();

    private static String sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith("Test.java")
                            || file.toString().endsWith("Contract.java")
                            || file.toString().endsWith("Contracts.java"))
                    .filter(file -> !file.toString().contains("target"))
                    .map(FailureModesTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
             2 | the caller's time is over, work goes on    | failure_mode_2_a_batch_that_takes_too_long_is_answered_503_and_its_repeat_keeps_the_rest
             4 | Scheduler rings twice                      | the_same_alarm_twice_is_once
             5 | Lambda repeats a call under the same id    | failure_mode_5_each_attempt_claims_under_a_name_of_its_own
             6 | the stream shows a message again           | a_message_shown_to_us_five_times_goes_once
             7 | two run at once                            | failure_mode_7_of_two_who_send_the_same_message_at_once_one_asks_ses
             8 | something comes back weeks later           | failure_mode_8_a_receipt_still_goes_after_two_days_and_is_flagged_after_three
             9 | the table is restored from a backup        | failure_mode_9_a_table_that_was_restored_from_a_backup_sends_nothing_not_even_to_try
             9 | ... and until a person says so             | failure_mode_9_what_was_written_in_another_table_was_restored_and_nothing_may_go_until_a_person_says_so
            10 | a function dies between any two calls      | whoever_never_buys_gets_no_reminder_twice
            11 | SES took it and its answer was lost        | failure_mode_11_an_answer_that_is_lost_or_broken_says_nothing
            11 | ... and it was an advertisement            | an_advertisement_whose_answer_was_lost_is_not_sent_again
            11 | ... and it was a receipt                   | a_receipt_whose_answer_was_lost_is_sent_once_more_and_then_flagged
            12 | SES took it and we died before writing so  | failure_mode_12_a_late_word_of_ses_stops_the_second_attempt_that_the_sweeper_asked_for
            13 | the SDK asks again by itself               | a_lost_answer_is_unclear_and_nobody_asks_a_second_time
            14 | a purchase while SES is asked              | failure_mode_14_a_purchase_while_ses_is_asked_leaves_the_mail_accepted
            15 | committed, and the alarm could not be set  | failure_mode_15_an_alarm_that_was_lost_after_the_commit_is_made_up_for_by_the_sweeper
            16 | an alarm for nothing                       | the_same_alarm_twice_is_once
            17 | Lambda stops a function in the middle      | failure_mode_17_nobody_sends_after_their_lease_because_lambda_stops_them_before
            18 | two copies start from one snapshot         | failure_mode_18_a_claims_owner_is_drawn_when_it_claims_and_not_when_the_function_starts
            19 | SES takes fewer than it said               | failure_mode_19_who_is_throttled_learns_the_new_rate_and_lets_receipts_go_first
            19 | ... for ten minutes                        | story_12_ses_throttles_to_one_a_second_for_ten_minutes_and_nothing_is_lost_and_receipts_go_first
            20 | SES pauses, or the day is used up          | failure_mode_20_while_ses_is_paused_advertisements_wait_and_one_receipt_a_minute_tries
            20 | ... and goes on                            | failure_mode_20_the_first_receipt_that_is_taken_lets_everybody_go_again
            20 | a store's domain is not verified           | a_store_whose_domain_is_not_verified_holds_up_no_other_store
            21 | an outage of hours or days                 | failure_mode_21_a_reminder_that_could_not_go_for_a_day_is_not_sent_any_more
            21 | ... whose alarms are all lost              | after_an_outage_the_reminders_keep_their_distance
            22 | a report of SES never comes                | whom_ses_suppresses_gets_no_letter_a_day_later_not_even_a_receipt_and_support_can_read_why
            22 | ... and the night dies at it               | a_night_that_dies_throttled_or_unanswered_at_any_call_tells_each_whom_ses_suppresses_once
            23 | reports come often and in any order        | failure_mode_23_in_whatever_order_and_how_often_reports_come_the_gravest_stands
            24 | a report is faster than the answer         | failure_mode_24_when_ses_own_report_is_faster_than_its_answer_the_report_stands
            25 | a report about nothing of ours             | a_report_about_a_mail_that_is_not_ours_changes_nothing
            26 | the order comes before its cart            | story_13_an_order_that_arrives_before_its_checkout_leaves_no_reminder
            27 | an old report of a cart comes late         | an_old_report_of_a_full_cart_does_not_fill_an_emptied_one
            28 | unsubscribed between timer and send        | story_14_who_unsubscribes_between_the_timer_and_the_send_gets_no_mail
            29 | the order is cancelled meanwhile           | a_cancelled_order_is_told_once_and_nothing_else_is_told_of_it
            30 | another address meanwhile                  | failure_mode_30_who_changes_their_address_meanwhile_gets_the_mail_at_the_new_one
            31 | an old yes after a no                      | a_storefront_that_repeats_an_old_yes_does_not_undo_an_unsubscribe
            32 | an alarm that comes too early              | failure_mode_32_an_alarm_that_comes_too_early_sends_nothing_and_is_set_again
            33 | an alarm in the past                       | failure_mode_33_no_alarm_is_set_for_the_past_or_for_a_moment_that_is_past_when_it_is_set
            34 | the schedule is there already              | failure_mode_34_that_the_alarm_is_there_already_is_as_good_as_having_set_it
            35 | a deployment with journeys on their way    | a_journey_that_an_older_version_stored_goes_on_where_it_was
            36 | clocks change                              | in_every_zone_at_any_time_the_quiet_ends_later_and_is_over_then_and_no_day_is_waited_away
            37 | put off for ever                           | a_reminder_that_would_have_to_wait_too_long_is_skipped_and_says_why
            38 | eight in the morning                       | a_mornings_mails_are_spread_and_each_always_comes_at_its_own_minute
            40 | what has expired is still there            | who_waits_longer_than_a_request_lives_is_not_told
            42 | as much of everything as is kept           | a_customer_with_as_much_of_everything_as_is_kept_fits_into_sixty_four_kilobytes
            43 | one record that always fails               | failure_mode_43_a_message_that_cannot_be_handled_is_reported_alone_and_its_neighbours_go
            44 | the index lags                             | who_came_back_meanwhile_is_left_alone_and_looked_at_when_they_may_be_gone_again
            46 | half of a batch is answered                | a_batch_of_which_nothing_was_read_is_asked_for_again
            48 | a letter that cannot be rendered           | failure_mode_48_a_letter_that_cannot_be_rendered_claims_nothing_and_waits_for_a_person_to_mend_it
            60 | one store fills the queue                  | what_an_order_waits_for_goes_before_a_thousand_older_advertisements
            61 | forgotten while a letter waits             | who_asks_to_be_forgotten_gets_no_reminder_that_was_waiting
            62 | mails or calls without end                 | the_second_mail_of_a_day_waits_until_22_hours_after_the_first
            """)
    void has_a_test(int number, String whatGoesWrong, String test) {
        assertThat(SOURCES).as("%s: %s", number, whatGoesWrong).contains(" void " + test + "(");
    }
}
