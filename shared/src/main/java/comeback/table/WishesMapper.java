package comeback.table;

import comeback.customer.Consent;
import comeback.customer.Frequency;
import comeback.customer.Topic;
import comeback.customer.Wishes;
import comeback.json.Fields;
import comeback.json.Tree;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody agreed to, to JSON and back. Most said nothing more than yes, and nothing more is stored of them. */
final class WishesMapper {
    private WishesMapper() {}

    static Map<String, Object> write(Consent.Given given) {
        Wishes wishes = given.wishes();
        return new Tree()
                .with("given", given.at().toString())
                .with("source", given.source())
                .with(
                        "unwanted",
                        Optional.of(wishes.unwanted())
                                .filter(unwanted -> !unwanted.isEmpty())
                                .map(unwanted -> unwanted.stream()
                                        .sorted()
                                        .map(Topic::name)
                                        .toList()))
                .with(
                        "frequency",
                        Optional.of(wishes.frequency())
                                .filter(frequency -> frequency != Frequency.AS_IT_COMES)
                                .map(Frequency::name))
                .with("pausedUntil", wishes.pausedUntil())
                .with("language", wishes.language().map(Locale::toLanguageTag))
                .toMap();
    }

    static Wishes wishes(Fields from) {
        return new Wishes(
                from.texts("unwanted").stream().map(Topic::valueOf).collect(Collectors.toSet()),
                from.text("frequency").map(Frequency::valueOf).orElse(Frequency.AS_IT_COMES),
                from.instant("pausedUntil"),
                from.text("language").map(Locale::forLanguageTag));
    }
}
