package comeback.flowfile;

import comeback.coupon.CouponOffer;
import comeback.flow.Flow;
import comeback.flow.Step;
import comeback.templates.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a flow's letters and its file agree about coupons: one that is given is shown, one that is shown is given, and a
 * letter that may go without says what it shows then.
 */
final class CouponLetters {
    private static final Pattern SHOWN = Pattern.compile("\\$\\{?coupon\\b|#coupon\\b");
    private static final Pattern ASKED = Pattern.compile("#if\\s*\\(\\s*\\$coupon\\s*\\)");

    private CouponLetters() {}

    static List<Problem> check(Flow flow, Path folder) {
        List<Problem> problems = new ArrayList<>();
        flow.steps().stream()
                .flatMap(CouponLetters::sends)
                .forEach(send ->
                        letters(send).forEach(letter -> check(flow, letter, offers(send, letter), folder, problems)));
        return problems;
    }

    /** What is given with a letter: the same to all, or by what they drew. */
    private static List<Optional<CouponOffer>> offers(Step.Send send, String letter) {
        return send.variants().isEmpty()
                ? List.of(send.terms().offer())
                : send.variants().stream()
                        .filter(variant -> variant.letter().equals(letter))
                        .map(variant -> variant.terms().orElse(send.terms()).offer())
                        .toList();
    }

    private static Stream<Step.Send> sends(Step step) {
        return step instanceof Step.Send send
                ? Stream.concat(Stream.of(send), send.withoutConsent().stream())
                : Stream.empty();
    }

    private static List<String> letters(Step.Send send) {
        return send.variants().isEmpty()
                ? List.of(send.message())
                : send.variants().stream().map(Step.Variant::letter).distinct().toList();
    }

    private static void check(
            Flow flow, String letter, List<Optional<CouponOffer>> offers, Path folder, List<Problem> problems) {
        String file = flow.name() + "/" + letter + ".vm";
        String text = text(folder.resolve(letter + ".vm"));
        Optional<Integer> shown = line(SHOWN, text);
        boolean isGiven = offers.stream().anyMatch(Optional::isPresent);
        if (shown.isPresent() && !isGiven) {
            problems.add(new Problem(
                    file, shown.get(), "this letter shows a coupon, and no step of flow.yaml gives one with it"));
        }
        if (shown.isEmpty() && isGiven) {
            problems.add(new Problem(file, 1, "flow.yaml gives a coupon with this letter, and it shows none"));
        }
        boolean mayGoWithout = offers.stream()
                .anyMatch(offer -> offer.map(CouponOffer::goesWithout).orElse(true));
        if (shown.isPresent() && isGiven && mayGoWithout && line(ASKED, text).isEmpty()) {
            problems.add(new Problem(
                    file,
                    shown.get(),
                    "this letter may go without its coupon, so what shows it stands in #if($coupon) … #end"));
        }
    }

    private static Optional<Integer> line(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String before = text.substring(0, found.start());
        return Optional.of(
                1 + Math.toIntExact(before.chars().filter(c -> c == '\n').count()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
