package comeback.shopper;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Frequency;
import comeback.customer.Topic;
import comeback.customer.Wishes;
import comeback.flow.Input;
import comeback.shopper.page.PreferencePages;
import comeback.store.Store;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what was chosen on the page: pure, and forgiving of all that no browser of a reader would send. */
final class Choices {
    static final Duration PAUSE = Duration.ofDays(30);

    private static final String SOURCE = "preferences";

    private Choices() {}

    /**
     * What the whole form says; nothing when it names a day that no year has.
     *
     * @param words which version of the page's words they saw
     */
    static Optional<Input.Chose> saved(
            Store store, Customer customer, Map<String, String> form, String words, Instant now) {
        Map<String, MonthDay> dates = new HashMap<>(customer.profile().dates());
        try {
            day(form, "month", "day")
                    .ifPresentOrElse(
                            day -> dates.put(PreferencePages.BIRTHDAY, day),
                            () -> dates.remove(PreferencePages.BIRTHDAY));
            for (String name : PreferencePages.days(store, customer)) {
                String month = PreferencePages.month(name);
                // A page of before the shop asked about it says nothing of it.
                if (form.containsKey(month)) {
                    day(form, month, PreferencePages.day(name))
                            .ifPresentOrElse(day -> dates.put(name, day), () -> dates.remove(name));
                }
            }
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
        Optional<Locale> language = store.locales().stream()
                .filter(offered -> offered.toLanguageTag().equals(form.get("language")))
                .findFirst();
        return Optional.of(new Input.Chose(now, consent(customer, form, language, now), language, dates, words));
    }

    /**
     * Who ticks something agrees to it, and who ticks nothing refuses all. An answer that changes nothing is no new word: then
     * the day on which they agreed stays.
     */
    private static Consent consent(
            Customer customer, Map<String, String> form, Optional<Locale> language, Instant now) {
        Set<Topic> unwanted = EnumSet.noneOf(Topic.class);
        Stream.of(Topic.values())
                .filter(topic -> !form.containsKey("topic-" + topic.name().toLowerCase(Locale.ROOT)))
                .forEach(unwanted::add);
        if (unwanted.size() == Topic.values().length) {
            return customer.consent() instanceof Consent.Given ? new Consent.Withdrawn(now, SOURCE) : Consent.unknown();
        }
        Wishes wishes = new Wishes(
                unwanted, frequency(form), customer.consent().wishes().pausedUntil(), language);
        return customer.consent() instanceof Consent.Given given
                ? given.with(wishes)
                : new Consent.Given(now, SOURCE, wishes);
    }

    private static Frequency frequency(Map<String, String> form) {
        String chosen = form.getOrDefault("frequency", "");
        return Stream.of(Frequency.values())
                .filter(frequency -> frequency.name().toLowerCase(Locale.ROOT).equals(chosen))
                .findFirst()
                .orElse(Frequency.AS_IT_COMES);
    }

    private static Optional<MonthDay> day(Map<String, String> form, String monthField, String dayField) {
        String month = form.getOrDefault(monthField, "");
        String day = form.getOrDefault(dayField, "");
        return month.isEmpty() && day.isEmpty()
                ? Optional.empty()
                : Optional.of(MonthDay.of(Integer.parseInt(month), Integer.parseInt(day)));
    }

    /** That they want to go on hearing from the shop: a sign of them, which changes nothing that they said. */
    static Input.Chose kept(Customer customer, String words, Instant now) {
        return new Input.Chose(
                now, Consent.unknown(), Optional.empty(), customer.profile().dates(), words);
    }

    /** A break from now on, or its end; nothing else changes. Who never agreed has nothing to pause. */
    static Optional<Input.Chose> paused(Customer customer, boolean isPause, String words, Instant now) {
        if (!(customer.consent() instanceof Consent.Given given)) {
            return Optional.empty();
        }
        Wishes old = given.wishes();
        Wishes wishes = new Wishes(
                old.unwanted(),
                old.frequency(),
                isPause ? Optional.of(now.plus(PAUSE)) : Optional.empty(),
                old.language());
        return Optional.of(new Input.Chose(
                now, given.with(wishes), Optional.empty(), customer.profile().dates(), words));
    }
}
