package comeback.flow;

import java.util.stream.Collectors;

/** What a step does, in words: "waits 1 h after last activity". */
public final class StepWords {
    private StepWords() {}

    public static String of(Step step) {
        return switch (step) {
            case Step.Wait wait -> "waits " + of(wait.until());
            case Step.Await await ->
                "waits for " + Words.any(await.events()) + ", at most " + Words.of(await.atMost()) + " after "
                        + await.after().words();
            case Step.Branch branch -> "goes on if " + branch.condition().text();
            case Step.Send send ->
                "sends " + send.message() + variants(send)
                        + send.withoutConsent()
                                .map(other -> ", or " + other.message() + " without consent")
                                .orElse("");
            case Step.Leap leap -> "goes on";
            case Step.Stop stop -> "stops: " + stop.why();
        };
    }

    private static String of(Until until) {
        return switch (until) {
            case Until.Passed passed ->
                (passed.variants().isEmpty()
                                ? Words.of(passed.duration())
                                : passed.variants().stream()
                                        .map(delay -> Words.of(delay.duration()))
                                        .collect(Collectors.joining(" or ")))
                        + " after " + passed.after().words();
            case Until.Clock clock -> "until " + clock.time() + " of the customer's day";
            case Until.Anniversary date -> "until " + days(date.days()) + date.name() + ", " + date.time();
        };
    }

    private static String variants(Step.Send send) {
        return send.variants().isEmpty()
                ? ""
                : " as " + send.variants().stream().map(Step.Variant::name).collect(Collectors.joining(" or "));
    }

    private static String days(int days) {
        if (days == 0) {
            return "the customer's ";
        }
        String words = Math.abs(days) == 1 ? "1 day " : Math.abs(days) + " days ";
        return words + (days < 0 ? "before" : "after") + " the customer's ";
    }
}
