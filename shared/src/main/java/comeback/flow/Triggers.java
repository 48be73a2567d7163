package comeback.flow;

import comeback.flow.Condition.Answer;
import comeback.flow.Condition.Asked;
import comeback.message.Ruling;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The triggers of a flow that an event pulls, and what their conditions say.
 *
 * @param pulled in the order of the file
 */
record Triggers(List<Trigger> pulled) {
    static Triggers of(Flow flow, String event) {
        return new Triggers(flow.triggers().stream()
                .filter(trigger -> trigger.on().contains(event))
                .toList());
    }

    /** Why none of them starts the flow; nothing when one does. */
    Optional<Ruling> refusal(Asked asked) {
        if (pulled.stream().anyMatch(trigger -> trigger.when().isEmpty())) {
            return Optional.empty();
        }
        List<Answer> answers = answers(asked);
        return answers.isEmpty() || answers.stream().anyMatch(Answer::holds)
                ? Optional.empty()
                : Optional.of(ruling(answers));
    }

    /** What was so, as far as it was asked, in a sentence: ", as $customer.orders.count is 1". */
    String reason(Asked asked) {
        return answers(asked).stream()
                .filter(Answer::holds)
                .filter(answer -> !answer.seen().isEmpty())
                .findFirst()
                .map(answer -> ", as " + answer.inWords())
                .orElse("");
    }

    /** Those whose conditions can be asked without the event itself. */
    Triggers askableLater() {
        return new Triggers(pulled.stream()
                .filter(trigger ->
                        trigger.when().filter(Condition::isAboutEvent).isEmpty())
                .toList());
    }

    private List<Answer> answers(Asked asked) {
        return pulled.stream()
                .flatMap(trigger -> trigger.when().stream())
                .map(condition -> condition.about(asked))
                .toList();
    }

    private static Ruling ruling(List<Answer> answers) {
        String seen = joined(answers, Answer::inWords, ", and ");
        String missing = joined(answers, answer -> String.join(" and ", answer.decisive()), ", or ");
        return new Ruling(
                "condition",
                seen,
                "its condition does not hold: " + (seen.isEmpty() ? "it never does" : seen),
                "It would have started, had this been so: " + missing + ".");
    }

    private static String joined(List<Answer> answers, Function<Answer, String> words, String separator) {
        return answers.stream()
                .map(words)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(separator));
    }
}
