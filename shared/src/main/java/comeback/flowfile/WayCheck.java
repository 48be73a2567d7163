package comeback.flowfile;

import comeback.flow.Exit;
import comeback.flow.Step;
import comeback.yaml.YamlObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes all ways through a flow's steps, and finds what makes no sense on one of them. */
final class WayCheck {
    private final YamlObject root;
    private final List<Step> steps;
    private final List<YamlObject> places;
    private final List<Exit> exits;

    WayCheck(YamlObject root, List<Step> steps, List<YamlObject> places, List<Exit> exits) {
        this.root = root;
        this.steps = steps;
        this.places = places;
        this.exits = exits;
    }

    /** What may lie behind a journey that comes to a step. */
    private static final class Behind {
        private boolean isReached;
        private boolean hasWaited;
        private final Set<String> sent = new HashSet<>();
    }

    void run() {
        if (steps.stream().noneMatch(Step.Send.class::isInstance)) {
            root.refuse("steps", "a flow has at least one step that sends");
            return;
        }
        List<Behind> behind = new ArrayList<>();
        for (int i = 0; i <= steps.size(); i++) {
            behind.add(new Behind());
        }
        behind.getFirst().isReached = true;
        // Steps lead to later ones only, so that each is complete when it is its turn.
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            check(step, places.get(i), behind.get(i));
            if (behind.get(i).isReached) {
                for (int next : step.next(i)) {
                    goOn(step, behind.get(i), behind.get(next));
                }
            }
        }
        boolean[] leadsToLetter = leadsToLetter();
        for (int i = 0; i < steps.size(); i++) {
            if ((steps.get(i) instanceof Step.Wait || steps.get(i) instanceof Step.Await) && !leadsToLetter[i]) {
                places.get(i).refuse("", "nothing comes after this wait");
            }
        }
    }

    private void check(Step step, YamlObject place, Behind behind) {
        boolean isWritten = !(step instanceof Step.Leap);
        if (!behind.isReached && isWritten) {
            place.refuse("", "no way leads to this step");
            return;
        }
        if (step instanceof Step.Send send) {
            if (send.terms().isAtOnce() && behind.hasWaited) {
                // What comes later answers nothing that the shopper did this minute.
                place.refuse("at once", "only what comes before every wait may go at once");
            }
            if (letters(send).stream().anyMatch(behind.sent::contains)) {
                place.refuse(
                        "send", "\"" + send.message() + "\" is sent twice on one way; each letter goes once a journey");
            }
        }
        if (step instanceof Step.Await await && exits.stream().anyMatch(exit -> ends(exit, await))) {
            place.refuse("wait for", "the journey ends when this comes: it is one of the flow's exits");
        }
    }

    private static boolean ends(Exit exit, Step.Await await) {
        return (exit instanceof Exit.Purchase && await.events().contains(Step.PURCHASE))
                || (exit instanceof Exit.On on && await.events().contains(on.event()));
    }

    private static void goOn(Step step, Behind from, Behind to) {
        to.isReached = true;
        to.hasWaited |= from.hasWaited || step instanceof Step.Wait || step instanceof Step.Await;
        to.sent.addAll(from.sent);
        if (step instanceof Step.Send send) {
            to.sent.addAll(letters(send));
        }
    }

    private static List<String> letters(Step.Send send) {
        List<String> letters = new ArrayList<>(List.of(send.message()));
        send.variants().stream()
                .map(Step.Variant::letter)
                .filter(variant -> !variant.equals(send.message()))
                .distinct()
                .forEach(letters::add);
        send.withoutConsent().ifPresent(other -> letters.addAll(letters(other)));
        return letters;
    }

    private boolean[] leadsToLetter() {
        boolean[] leads = new boolean[steps.size() + 1];
        for (int i = steps.size() - 1; i >= 0; i--) {
            boolean isLetter = steps.get(i) instanceof Step.Send;
            leads[i] = isLetter || steps.get(i).next(i).stream().anyMatch(next -> leads[next]);
        }
        return leads;
    }
}
