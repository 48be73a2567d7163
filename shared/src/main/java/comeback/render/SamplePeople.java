package comeback.render;

import comeback.customer.About;
import comeback.customer.Loyalty;
import java.time.LocalDate;
import java.util.Optional;

/** What the shops of the sample letters tell of their customers: points and days. */
final class SamplePeople {
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");

    private SamplePeople() {}

    /** Of a letter about points something is always known. */
    static Loyalty loyalty(SampleMessage message, LetterSamples.Customer customer) {
        boolean isAboutPoints = message.flow().startsWith("points-");
        return switch (customer) {
            case YET_TO_PAY, KNOWN_BY_LITTLE ->
                isAboutPoints
                        ? new Loyalty(
                                Optional.of("see evil.example"),
                                Optional.of(1L),
                                Optional.of(new Loyalty.Expiring(1, DAY)),
                                Optional.of("http://evil.example"))
                        : Loyalty.UNKNOWN;
            case WITH_LONG_WORDS ->
                new Loyalty(
                        Optional.of("x".repeat(Loyalty.TIER_MAX)),
                        Optional.of(1_234_567_890L),
                        Optional.of(new Loyalty.Expiring(987_654_321L, DAY)),
                        Optional.of("y".repeat(Loyalty.REWARD_MAX)));
            default ->
                new Loyalty(
                        Optional.of("Gold"),
                        Optional.of(1_250L),
                        Optional.of(new Loyalty.Expiring(420, DAY)),
                        Optional.of("A free oak spoon & a mug"));
        };
    }

    static About.TheDay day(SampleMessage message, SampleCountry country, LetterSamples.Customer customer) {
        String name = switch (customer) {
            case KNOWN_BY_LITTLE -> "evil.example";
            case WITHOUT_NAME -> "wedding_day";
            default -> country.day;
        };
        int years = message.file().equals("a-special-day") ? 0 : customer == LetterSamples.Customer.USUAL ? 1 : 12;
        return new About.TheDay(name, DAY, years);
    }
}
